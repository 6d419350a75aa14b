import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { Client } from './client.ts';
import { marking, save, workAt, type Work } from './people.ts';
import { startServer, temporaryFolder, tidyUp } from './server.ts';

const LESSON = '/lessons/borrowed-authority';
const CLIENTS = 6;
const ROUNDS = 3;
const SAVES_BEFORE_THE_KILL = 150;

afterAll(tidyUp);

/** One guest who writes without a pause, and what the server has promised to keep. */
class Writer {
	client: Client;
	work: Work | null = null;
	/** Notes by revision: all that was sent, and the newest that was acknowledged. */
	sent = new Map<number, string>();
	acknowledged = 0;

	constructor(origin: string) {
		this.client = new Client(origin);
	}

	async begin() {
		this.work = await workAt(this.client, LESSON);
		await this.#save('first');
		this.work = await workAt(this.client, LESSON);
	}

	/** Writes on until the server is gone. */
	async writeOn(name: string, onSaved: () => void) {
		for (let count = 0; count < 100_000; count++) {
			try {
				await this.#save(`${name}, save ${String(count)}`);
			} catch {
				return;
			}
			onSaved();
		}
	}

	async #save(note: string) {
		const work = this.work!;
		const { exercise, answer } = marking(work);
		const revision = this.acknowledged;
		this.sent.set(revision + 1, note);
		const reply = await save(this.client, work, { exercise, answer: answer(12, note), revision });
		expect(reply.status, reply.text).toBe(200);
		this.acknowledged = (JSON.parse(reply.text) as { revision: number }).revision;
	}

	/** What the server has now; from here on the writer goes on with it. */
	async readBack() {
		this.work = await workAt(this.client, LESSON);
		const { exercise } = marking(this.work);
		const kept = this.work.exercises.find((each) => each.exercise.id === exercise)!.work;
		const notes = (kept.answer as { marks: { note: string }[] }).marks.map(({ note }) => note);
		return { revision: kept.revision, notes: [...new Set(notes)], marks: notes.length };
	}
}

describe('a server that is killed while drafts are being saved', () => {
	it('has every acknowledged save after the restart', async () => {
		const dataDir = temporaryFolder('killed');
		let server = await startServer({ dataDir });
		const writers = Array.from({ length: CLIENTS }, () => new Writer(server.origin));
		for (const writer of writers) await writer.begin();

		for (let round = 1; round <= ROUNDS; round++) {
			let saved = 0;
			let killed: Promise<void> | undefined;
			const countSave = () => {
				saved += 1;
				if (saved >= SAVES_BEFORE_THE_KILL) killed ??= server.kill();
			};
			await Promise.all(
				writers.map((writer, index) => writer.writeOn(`round ${String(round)}, writer ${String(index)}`, countSave)),
			);
			expect(killed, 'the clients stopped before the server was killed').toBeDefined();
			await killed;

			server = await startServer({ dataDir });
			for (const writer of writers) {
				writer.client.moveTo(server.origin);
				const kept = await writer.readBack();
				// The save that was under way may have been committed without an answer; nothing else may have happened.
				expect(kept.revision).toBeGreaterThanOrEqual(writer.acknowledged);
				expect(kept.revision).toBeLessThanOrEqual(writer.acknowledged + 1);
				expect(kept.notes).toEqual([writer.sent.get(kept.revision)]);
				expect(kept.marks).toBe(12);
				writer.acknowledged = kept.revision;
			}
		}

		await server.stop();
		const database = new Database(join(dataDir, 'underline.db'), { readonly: true });
		expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
		expect(database.pragma('foreign_key_check')).toEqual([]);
		database.close();
	}, 600_000);
});
