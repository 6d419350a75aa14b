import { createHash } from 'node:crypto';
import { Invalid } from '../../../domain/errors.ts';
import { readRoster, type Entry, type NameOrder } from '../../../domain/roster/read-roster.ts';
import { freeUserName, userNameFrom } from '../../../domain/roster/suggest-user-name.ts';
import type { Connection } from '../../database/store.ts';
import { findMembers, findTakenUserNames, type RosterMember } from '../../repositories/roster.ts';
import { parseDisplayName, parseUserName } from '../people/names.ts';

/** What a teacher gives: the list, how it is to be read, and whether rows that are wrong may stay out. */
export type TypedRoster = { list: string; order: NameOrder; leaveOutWrong: boolean };

export type PlannedRow = {
	/** Where the row begins in the list, from 1. */
	line: number;
	name: string;
	/** Null where no account is made. */
	userName: string | null;
	does: 'make' | 'skip' | 'wrong';
	/** What is wrong, why it is skipped, or what is worth knowing, as a sentence. */
	says: string | null;
};

export type RosterPlan = {
	rows: PlannedRow[];
	notes: string[];
	isOrderGuessed: boolean;
	/** Changes when anything that would be done changes: the teacher confirms exactly what was shown. */
	fingerprint: string;
};

type Checked = Entry & { wish: string | null };

/** Holds a list against the classroom and the server's user names. The same list on the same state is the same plan. */
export async function planRoster(connection: Connection, classroomId: string, typed: TypedRoster): Promise<RosterPlan> {
	const { entries, notes, isOrderGuessed } = readRoster(typed.list, typed.order);
	const checked = entries.map(check);
	const members = await findMembers(connection, classroomId);
	const alreadyHere = recognise(checked, members);
	const given = await giveUserNames(
		connection,
		checked.filter((entry) => entry.problem === null && !alreadyHere.has(entry)),
	);
	const twice = sameNames(given.keys(), members);

	const rows = checked.map((entry): PlannedRow => {
		const { line, name, problem } = entry;
		if (problem !== null) {
			return typed.leaveOutWrong
				? { line, name, userName: null, does: 'skip', says: `Left out: ${problem}` }
				: { line, name, userName: null, does: 'wrong', says: problem };
		}
		const member = alreadyHere.get(entry);
		if (member) return { line, name, userName: null, does: 'skip', says: whyKnown(entry, member) };
		const userName = given.get(entry) ?? '';
		return { line, name, userName, does: 'make', says: worthKnowing(entry, userName, twice.get(keyOf(name)) ?? []) };
	});
	return { rows, notes, isOrderGuessed, fingerprint: fingerprintOf(rows) };
}

function check(entry: Entry): Checked {
	if (entry.problem !== null) return { ...entry, wish: null };
	try {
		const wish = entry.userName === null ? null : parseUserName(entry.userName);
		return { ...entry, name: parseDisplayName(entry.name), wish };
	} catch (problem) {
		if (!(problem instanceof Invalid)) throw problem;
		return { ...entry, wish: null, problem: problem.message };
	}
}

/**
 * Who is in the classroom already: by user name where the list has one, by name otherwise, each member once. So the same
 * list a second time makes nobody.
 */
function recognise(entries: readonly Checked[], members: readonly RosterMember[]): Map<Checked, RosterMember> {
	const found = new Map<Checked, RosterMember>();
	const left = new Set(members);
	const byUserName = new Map(members.map((member) => [member.userName, member]));
	const byName = Map.groupBy(
		members.filter(({ role }) => role === 'student'),
		({ displayName }) => keyOf(displayName ?? ''),
	);
	for (const entry of entries) {
		const member = entry.wish === null ? undefined : byUserName.get(entry.wish);
		if (!member) continue;
		found.set(entry, member);
		left.delete(member);
	}
	for (const entry of entries) {
		if (entry.problem !== null || found.has(entry)) continue;
		const namesakes = byName.get(keyOf(entry.name)) ?? [];
		const at = namesakes.findIndex((member) => left.has(member) && mayBe(entry, member));
		const [member] = at < 0 ? [] : namesakes.splice(at, 1);
		if (member) found.set(entry, member);
	}
	return found;
}

/** Of the same name: the same, unless the list wishes another user name. One that was taken got a number the first time. */
function mayBe({ wish }: Checked, { userName }: RosterMember): boolean {
	if (wish === null) return true;
	return userName !== null && userName.startsWith(wish) && /^\d+$/u.test(userName.slice(wish.length));
}

/** Wishes of the list come first, then names made from names; whatever is taken gets a number. */
async function giveUserNames(connection: Connection, entries: readonly Checked[]): Promise<Map<Checked, string>> {
	const wishes = new Map(entries.map((entry) => [entry, (entry.wish ?? userNameFrom(entry.name)).slice(0, 36)]));
	const taken = await findTakenUserNames(connection, new Set(wishes.values()));
	const numbers = new Map<string, number>();
	const wished = entries.filter(({ wish }) => wish !== null);
	const made = entries.filter(({ wish }) => wish === null);
	return new Map([...wished, ...made].map((entry) => [entry, freeUserName(wishes.get(entry) ?? '', taken, numbers)]));
}

/** Names that stand more than once in the list, or that somebody in the classroom has: with the lines. */
function sameNames(entries: Iterable<Checked>, members: readonly RosterMember[]): Map<string, number[]> {
	const here = new Set(members.map(({ displayName }) => keyOf(displayName ?? '')));
	const lines = Map.groupBy(entries, ({ name }) => keyOf(name));
	const twice = new Map<string, number[]>();
	for (const [key, namesakes] of lines) {
		if (namesakes.length < 2 && !here.has(key)) continue;
		twice.set(
			key,
			namesakes.map(({ line }) => line).sort((a, b) => a - b),
		);
	}
	return twice;
}

function whyKnown(entry: Checked, member: RosterMember): string {
	if (entry.wish === member.userName) return 'Is in this classroom already.';
	if (entry.wish !== null) return `Is in this classroom already, as ${String(member.userName)}.`;
	return `Somebody of this name is in this classroom already (${String(member.userName)}). If this is another person, give this row a user name.`;
}

function worthKnowing({ wish, line }: Checked, userName: string, lines: readonly number[]): string | null {
	const said: string[] = [];
	if (lines.length > 1) {
		const others = lines.slice(0, 7).filter((other) => other !== line);
		said.push(`Same name twice: also in line ${others.slice(0, 5).join(', ')}${others.length > 5 ? ' …' : ''}.`);
	} else if (lines.length === 1) {
		said.push('Somebody in this classroom has the same name.');
	}
	if (wish !== null && wish !== userName) said.push(`The user name ${wish} is taken.`);
	return said.length > 0 ? said.join(' ') : null;
}

const keyOf = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

function fingerprintOf(rows: readonly PlannedRow[]): string {
	const done = rows.map(({ line, name, userName, does }) => [line, name, userName, does]);
	return createHash('sha256').update(JSON.stringify(done)).digest('hex');
}
