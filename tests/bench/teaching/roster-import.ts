/** A list of 5,000 students through the pages, and how a lesson opens for others while their passwords are hashed. */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../../faults/client.ts';
import { expectStatus, type Class } from '../../faults/people.ts';
import { batchAt, confirm, lookAt, namesOf } from '../../faults/roster.ts';
import { quantile } from '../rows.ts';

export const ROSTER = 5_000;
const LESSON = '/lessons/borrowed-authority';
const BETWEEN_READERS_MS = 50;
const READS_BEFORE = 40;

/** Times in milliseconds. */
export type Import = { preview: number; confirm: number; quietP99: number; busyP99: number; busyMost: number };

export async function importRoster(origin: string, room: Pick<Class, 'teacher' | 'classroom'>): Promise<Import> {
	const reader = new Client(origin);
	for (let count = 0; count < READS_BEFORE / 4; count++) await openLesson(reader);
	const quiet: number[] = [];
	while (quiet.length < READS_BEFORE) quiet.push(await openLesson(reader));

	let began = performance.now();
	const looked = await lookAt(room, namesOf(ROSTER));
	const preview = performance.now() - began;
	if (looked.toMake !== ROSTER) throw new Error(`Only ${String(looked.toMake)} rows would be added`);

	began = performance.now();
	const cards = await confirm(room, looked);
	const done = new AbortController();
	const busy: number[] = [];
	const reading = (async () => {
		while (!done.signal.aborted) {
			busy.push(await openLesson(reader));
			await wait(BETWEEN_READERS_MS);
		}
	})();
	let batch = await batchAt(room, cards);
	while (batch.state === 'making') batch = await batchAt(room, cards);
	const confirmed = performance.now() - began;
	done.abort();
	await reading;
	if (batch.state !== 'made' || batch.cards.length !== ROSTER) throw new Error(`The cards are ${batch.state}`);
	return {
		preview,
		confirm: confirmed,
		quietP99: quantile(quiet, 0.99),
		busyP99: quantile(busy, 0.99),
		busyMost: Math.max(...busy),
	};
}

async function openLesson(reader: Client): Promise<number> {
	const began = performance.now();
	expectStatus(await reader.get(LESSON), 200);
	return performance.now() - began;
}
