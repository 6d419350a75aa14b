/** Backup while people write, and restore: everything that the server had acknowledged before the backup is there again. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { Client } from './client.ts';
import { marking, save, workAt, type Work } from './people.ts';
import { node, startServer, temporaryFolder, tidyUp } from './server.ts';

const LESSON = '/lessons/borrowed-authority';
const WRITERS = 6;
const SAVES_BEFORE = 120;
const SAVES_AFTER = 60;

afterAll(tidyUp);

type Ran = { code: number; stdout: string; stderr: string };

function run(command: 'backup' | 'restore', dataDir: string, ...given: string[]): Promise<Ran> {
	const env = { ...process.env, DATA_DIR: dataDir };
	return new Promise((done) => {
		execFile(node, [join('src', 'cli', `${command}.ts`), ...given], { env }, (problem, stdout, stderr) => {
			done({ code: problem ? Number(problem.code) : 0, stdout: stdout.trim(), stderr: stderr.trim() });
		});
	});
}

/** A guest who saves without a pause; `acknowledged` is the newest revision that the server has promised to keep. */
class Writer {
	readonly client: Client;
	work: Work | null = null;
	acknowledged = 0;
	isWriting = true;

	constructor(origin: string) {
		this.client = new Client(origin);
	}

	async begin() {
		this.work = await workAt(this.client, LESSON);
		await this.#save();
		this.work = await workAt(this.client, LESSON);
	}

	async writeOn(onSaved: () => void) {
		while (this.isWriting) {
			await this.#save();
			onSaved();
		}
	}

	async #save() {
		const { exercise, answer } = marking(this.work!);
		const given = answer(12, `save ${String(this.acknowledged + 1)}`);
		const reply = await save(this.client, this.work!, { exercise, answer: given, revision: this.acknowledged });
		expect(reply.status, reply.text).toBe(200);
		this.acknowledged = (JSON.parse(reply.text) as { revision: number }).revision;
	}

	async revisionNow(): Promise<number> {
		const work = await workAt(this.client, LESSON);
		const { exercise } = marking(work);
		return work.exercises.find((each) => each.exercise.id === exercise)!.work.revision;
	}
}

describe('a backup made while the server writes', () => {
	it('holds everything acknowledged before it, and comes back by a restore', async () => {
		const dataDir = temporaryFolder('backup');
		let server = await startServer({ dataDir });
		const writers = Array.from({ length: WRITERS }, () => new Writer(server.origin));
		for (const writer of writers) await writer.begin();

		let saved = 0;
		const waiting: { from: number; go: () => void }[] = [];
		const reached = (from: number) => new Promise<void>((go) => waiting.push({ from, go }));
		const writing = Promise.all(
			writers.map((writer) =>
				writer.writeOn(() => {
					saved += 1;
					for (const { from, go } of waiting) if (saved >= from) go();
				}),
			),
		);

		await reached(SAVES_BEFORE);
		const acknowledgedBefore = writers.map(({ acknowledged }) => acknowledged);
		const savedBefore = saved;
		const backup = await run('backup', dataDir);
		const savedDuring = saved - savedBefore;
		expect(backup, backup.stderr).toMatchObject({ code: 0 });
		expect(savedDuring, 'nobody wrote while the backup was made').toBeGreaterThan(0);
		expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(1);

		const refused = await run('restore', dataDir, backup.stdout);
		expect(refused.code).toBe(1);
		expect(refused.stderr).toContain('Stop it');

		await reached(saved + SAVES_AFTER);
		for (const writer of writers) writer.isWriting = false;
		await writing;
		const acknowledgedAtTheEnd = writers.map(({ acknowledged }) => acknowledged);
		await server.stop();

		const restored = await run('restore', dataDir, backup.stdout);
		expect(restored, restored.stderr).toMatchObject({ code: 0 });

		server = await startServer({ dataDir });
		for (const [index, writer] of writers.entries()) {
			writer.client.moveTo(server.origin);
			const revision = await writer.revisionNow();
			expect(revision).toBeGreaterThanOrEqual(acknowledgedBefore[index] ?? 0);
			expect(revision).toBeLessThan(acknowledgedAtTheEnd[index] ?? 0);
		}
		await server.stop();

		const replaced = readdirSync(dataDir).find((name) => name.startsWith('underline-replaced-')) ?? '';
		expect(revisionsIn(join(dataDir, replaced))).toEqual(acknowledgedAtTheEnd.toSorted((a, b) => a - b));
	}, 300_000);
});

describe('a restore', () => {
	it('works after a server that was killed, and keeps what its log held', async () => {
		const dataDir = temporaryFolder('restore-killed');
		const server = await startServer({ dataDir });
		const writer = new Writer(server.origin);
		await writer.begin();
		const backup = await run('backup', dataDir);
		const work = await workAt(writer.client, LESSON);
		const { exercise, answer } = marking(work);
		await save(writer.client, work, { exercise, answer: answer(3, 'after the backup'), revision: 1 });
		await server.kill();

		expect(await run('restore', dataDir, backup.stdout)).toMatchObject({ code: 0 });
		expect(existsSync(join(dataDir, 'underline.db-wal'))).toBe(false);
		expect(revisionsIn(join(dataDir, 'underline.db'))).toEqual([1]);
		const replaced = readdirSync(dataDir).find((name) => name.startsWith('underline-replaced-')) ?? '';
		expect(revisionsIn(join(dataDir, replaced))).toEqual([2]);
	}, 120_000);

	it('refuses a damaged file, a foreign one and none at all, and changes nothing', async () => {
		const dataDir = temporaryFolder('restore-refused');
		const server = await startServer({ dataDir });
		const writer = new Writer(server.origin);
		await writer.begin();
		const backup = await run('backup', dataDir, join(dataDir, 'elsewhere'));
		expect(readdirSync(join(dataDir, 'elsewhere'))).toHaveLength(1);
		await server.stop();
		const before = readFileSync(join(dataDir, 'underline.db'));

		const damaged = join(dataDir, 'damaged.db');
		const bytes = readFileSync(backup.stdout);
		bytes.fill(7, 8192, 40_000);
		writeFileSync(damaged, bytes);
		const foreign = join(dataDir, 'foreign.db');
		const other = new Database(foreign);
		other.exec('create table grades (points)');
		other.close();
		const text = join(dataDir, 'text.db');
		writeFileSync(text, 'no database at all');

		for (const file of [damaged, foreign, text, join(dataDir, 'missing.db')]) {
			const { code, stderr } = await run('restore', dataDir, file);
			expect(code, stderr).toBe(1);
			expect(stderr).toContain('othing was changed');
		}
		expect(readFileSync(join(dataDir, 'underline.db')).equals(before)).toBe(true);
		expect(readdirSync(dataDir).filter((name) => /incoming|partial|replaced/u.test(name))).toEqual([]);

		// What a backup is there for: a database that cannot be opened any more.
		writeFileSync(join(dataDir, 'underline.db'), 'the disk gave out');
		expect(await run('restore', dataDir, backup.stdout)).toMatchObject({ code: 0 });
		expect(revisionsIn(join(dataDir, 'underline.db'))).toEqual([1]);
	}, 120_000);

	it('needs no server that ever ran there', async () => {
		const dataDir = temporaryFolder('restore-new');
		expect(await run('backup', dataDir)).toMatchObject({ code: 1 });
		const from = temporaryFolder('restore-from');
		const server = await startServer({ dataDir: from });
		await new Writer(server.origin).begin();
		const backup = await run('backup', from);
		await server.stop();
		expect(await run('restore', dataDir, backup.stdout)).toMatchObject({ code: 0 });
		expect(revisionsIn(join(dataDir, 'underline.db'))).toEqual([1]);
	}, 120_000);
});

function revisionsIn(file: string): number[] {
	const database = new Database(file, { readonly: true });
	try {
		expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
		return database.prepare('select revision from answer order by revision').pluck().all() as number[];
	} finally {
		database.close();
	}
}
