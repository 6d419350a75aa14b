/**
 * Where login cards lie between being made and being printed: in this process's memory, for the teacher who asked, and
 * not for long. Nothing else ever holds a password in clear (docs/decisions names what follows from that).
 */
import { Conflict, DomainError, NotFound } from '../../domain/errors.ts';
import { hashPassword } from './passwords.ts';
import { makeWordPassword } from './word-passwords.ts';

export const CARDS_STAY_MS = 20 * 60 * 1000;
/** Hashes made side by side, whoever asked: the rest of the machine is for people who sign in. */
const HASHES_AT_ONCE = 2;

export type Card = { name: string; userName: string; password: string };
export type Batch =
	| { state: 'making'; made: number; total: number }
	| { state: 'made'; cards: Card[] }
	/** `typed` is what the teacher had given, so that nothing of it is lost. */
	| { state: 'failed'; problem: string; typed: string | null };

type Key = { id: string; teacherId: string; classroomId: string };
type Named = { name: string; userName: string };
type Order<Person extends Named> = {
	people: readonly Person[];
	typed: string | null;
	/** Takes the hashes in, all or none. Until it has succeeded no card exists. */
	keep: (hashed: (Person & { passwordHash: string })[]) => Promise<void>;
};

export interface CardDesk {
	/** Begins to make cards. The same id a second time changes nothing: a form that is sent twice is done once. */
	order<Person extends Named>(key: Key, order: Order<Person>): void;
	has(key: Key): boolean;
	find(key: Key): Batch | undefined;
	/** Resolves when the batch is finished, or after this long. */
	settled(key: Key, waitMs: number): Promise<void>;
	forget(key: Key): void;
}

type Kept = { key: Key; batch: Batch; done: Promise<void> };

export function createCardDesk(stayMs = CARDS_STAY_MS): CardDesk {
	const batches = new Map<string, Kept>();

	const find = (key: Key): Kept | undefined => {
		const kept = batches.get(key.id);
		if (!kept) return undefined;
		const isTheirs = kept.key.teacherId === key.teacherId && kept.key.classroomId === key.classroomId;
		return isTheirs ? kept : undefined;
	};

	return {
		order(key, order) {
			if (find(key)) return;
			// Somebody else's id, guessed or copied.
			if (batches.has(key.id)) throw new NotFound();
			for (const { key: other, batch } of batches.values()) {
				if (other.teacherId === key.teacherId && batch.state === 'making') {
					throw new Conflict('Other cards of yours are still being made. Try again when they are done.');
				}
			}
			const kept: Kept = {
				key,
				batch: { state: 'making', made: 0, total: order.people.length },
				done: Promise.resolve(),
			};
			batches.set(key.id, kept);
			kept.done = make(kept, order).finally(() => {
				setTimeout(() => batches.delete(key.id), stayMs).unref();
			});
		},
		has: (key) => find(key) !== undefined,
		find: (key) => find(key)?.batch,
		async settled(key, waitMs) {
			const done = find(key)?.done;
			if (!done) return;
			await Promise.race([done, new Promise((resolve) => setTimeout(resolve, waitMs).unref())]);
		},
		forget(key) {
			const kept = find(key);
			if (kept && kept.batch.state !== 'making') batches.delete(key.id);
		},
	};
}

async function make<Person extends Named>(kept: Kept, { people, typed, keep }: Order<Person>): Promise<void> {
	try {
		const cards: Card[] = [];
		const hashed: (Person & { passwordHash: string })[] = [];
		let next = 0;
		const work = async () => {
			for (let at = next++; at < people.length; at = next++) {
				const person = people[at] as Person;
				const password = makeWordPassword();
				hashed[at] = { ...person, passwordHash: await inTurn(() => hashPassword(password)) };
				cards[at] = { name: person.name, userName: person.userName, password };
				if (kept.batch.state === 'making') kept.batch.made += 1;
			}
		};
		await Promise.all(Array.from({ length: HASHES_AT_ONCE }, work));
		await keep(hashed);
		kept.batch = { state: 'made', cards };
	} catch (problem) {
		if (!(problem instanceof DomainError)) console.error('Login cards could not be made:', problem);
		const foreseen = problem instanceof DomainError && !(problem instanceof NotFound);
		const sentence = foreseen
			? problem.message
			: 'Something went wrong on our side. Nothing was changed. Please try again.';
		kept.batch = { state: 'failed', problem: sentence, typed };
	}
}

let running = 0;
const waiting: (() => void)[] = [];

/** Each batch waits with at most two hashes, so one card never waits behind thousands of another class. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	if (running >= HASHES_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
	else running += 1;
	try {
		return await work();
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}
