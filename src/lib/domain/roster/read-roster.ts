/** From the rows of a list to people: which column is the name, and what cannot be a name. */
import { Invalid } from '../errors.ts';
import { readTable, type Row } from './read-table.ts';

export const MAX_PEOPLE = 5_000;

/** How two columns without a heading are read. */
export type NameOrder = 'first-last' | 'last-first';
export type Entry = { line: number; name: string; userName: string | null; problem: string | null };
export type ReadRoster = {
	entries: Entry[];
	/** What was seen in the list and is worth a look, as sentences. */
	notes: string[];
	/** Two columns of names stood without headings: which is which is the teacher's to say. */
	isOrderGuessed: boolean;
};

type Use = 'name' | 'first' | 'last' | 'user name' | 'e-mail' | 'nothing';
type Columns = { uses: Use[]; rows: Row[]; notes: string[]; isOrderGuessed: boolean };

/** What headings say, folded to small letters without spaces and signs. */
const HEADINGS: Readonly<Record<Exclude<Use, 'nothing'>, readonly string[]>> = {
	name: ['name', 'names', 'fullname', 'student', 'students', 'studentname', 'pupil', 'displayname', 'نام', 'नाम'],
	first: ['firstname', 'givenname', 'givennames', 'forename', 'first', 'preferredname'],
	last: ['lastname', 'surname', 'familyname', 'last', 'secondname'],
	'user name': ['username', 'user', 'login', 'loginname', 'userid', 'account'],
	'e-mail': ['email', 'emailaddress', 'mail', 'emailid'],
};
/** A spreadsheet would run a cell that begins so; ours are only ever text, and a name never begins so. */
const FORMULA_START = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
const LOOKS_LIKE_EMAIL = /^\S+@\S+\.\S+$/u;
const LOOKS_LIKE_USER_NAME = /^[a-z0-9][a-z0-9._-]+$/u;
const LOOKS_LIKE_NUMBER = /^[\d./-]+$/u;

export function readRoster(text: string, order: NameOrder): ReadRoster {
	const { uses, rows, notes, isOrderGuessed } = findColumns(readTable(text), order);
	if (rows.length === 0) throw new Invalid('The list has headings and no names under them.', 'list');
	if (rows.length > MAX_PEOPLE) {
		const found = rows.length.toLocaleString('en-GB');
		throw new Invalid(`This list has ${found} rows. At most 5,000 can be taken in at once: split it.`, 'list');
	}
	return { entries: rows.map((row) => toEntry(row, uses)), notes, isOrderGuessed };
}

function findColumns(rows: Row[], order: NameOrder): Columns {
	const headings = rows[0]?.cells.map(useOfHeading) ?? [];
	if (headings.some((use) => use === 'name' || use === 'first' || use === 'last')) return underHeadings(rows, headings);
	if (headings.includes('user name') || headings.includes('e-mail')) {
		throw new Invalid('The headings of this list name no column of names. Call one “Name”.', 'list');
	}
	return withoutHeadings(rows, order);
}

function underHeadings(rows: Row[], uses: (Use | 'nothing')[]): Columns {
	const headings = rows[0]?.cells ?? [];
	const unused = headings.filter((heading, at) => uses[at] === 'nothing' && heading !== '');
	const notes: string[] = [];
	if (uses.includes('e-mail')) notes.push('E-mail addresses are not kept: Underline needs none.');
	if (unused.length > 0) notes.push(`Not used: ${unused.slice(0, 8).join(', ')}${unused.length > 8 ? ' …' : ''}.`);
	return { uses: uses.map(onlyTheFirst), rows: rows.slice(1), notes, isOrderGuessed: false };
}

/** What each column holds tells what it is: text twice is a first and a last name. */
function withoutHeadings(rows: Row[], order: NameOrder): Columns {
	const width = Math.max(...rows.map(({ cells }) => cells.length));
	const looks = Array.from({ length: width }, (_, at) => lookOf(rows.map(({ cells }) => cells[at] ?? '')));
	// A list in small letters throughout: without any other text these are the names.
	const text = looks.includes('text') ? 'text' : 'user name';
	const names = looks.flatMap((look, at) => (look === text ? [at] : []));
	const [first = 0, second] = names;

	const uses = looks.map((look): Use => (look === 'e-mail' ? 'e-mail' : 'nothing'));
	uses[first] = 'name';
	if (second !== undefined) {
		uses[first] = order === 'first-last' ? 'first' : 'last';
		uses[second] = order === 'first-last' ? 'last' : 'first';
	}
	const userName = looks.indexOf('user name');
	if (text === 'text' && userName >= 0) uses[userName] = 'user name';

	const notes: string[] = [];
	if (uses.includes('e-mail')) notes.push('E-mail addresses are not kept: Underline needs none.');
	const unused = uses.flatMap((use, at) => (use === 'nothing' && looks[at] !== 'empty' ? [at + 1] : []));
	if (unused.length > 0) notes.push(`Not used: column ${unused.join(', ')}.`);
	return { uses, rows, notes, isOrderGuessed: second !== undefined };
}

function useOfHeading(heading: string): Use {
	const folded = heading.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
	const found = Object.entries(HEADINGS).find(([, words]) => words.includes(folded));
	return found ? (found[0] as Use) : 'nothing';
}

function lookOf(cells: readonly string[]): 'e-mail' | 'user name' | 'number' | 'text' | 'empty' {
	const filled = cells.filter((cell) => cell !== '');
	const mostAre = (pattern: RegExp) => filled.filter((cell) => pattern.test(cell)).length > filled.length / 2;
	if (filled.length === 0) return 'empty';
	if (mostAre(LOOKS_LIKE_EMAIL)) return 'e-mail';
	if (filled.every((cell) => LOOKS_LIKE_NUMBER.test(cell))) return 'number';
	if (filled.every((cell) => LOOKS_LIKE_USER_NAME.test(cell))) return 'user name';
	return 'text';
}

const onlyTheFirst = (use: Use, at: number, uses: Use[]): Use => (uses.indexOf(use) === at ? use : 'nothing');

function toEntry({ line, cells }: Row, uses: readonly Use[]): Entry {
	const cellOf = (use: Use) => cells[uses.indexOf(use)] ?? '';
	const parts = uses.includes('name') ? [cellOf('name')] : [cellOf('first'), cellOf('last')];
	const name = parts.filter((part) => part !== '').join(' ');
	const userName = cellOf('user name') || null;
	return { line, name, userName, problem: whyNoName(name, [...parts, userName ?? '']) };
}

function whyNoName(name: string, cells: readonly string[]): string | null {
	const formula = cells.find((cell) => FORMULA_START.test(cell));
	if (formula) return `“${formula.slice(0, 1)}” begins a formula, not a name.`;
	if (name === '') return 'There is no name in this row.';
	if (!/\p{L}/u.test(name)) return 'There is no letter in this name.';
	return null;
}
