import { expect, test } from 'vitest';
import { Invalid } from '../errors.ts';
import { MAX_PEOPLE, readRoster } from './read-roster.ts';
import { freeUserName, userNameFrom } from './suggest-user-name.ts';

const namesIn = (list: string, order: 'first-last' | 'last-first' = 'first-last') =>
	readRoster(list, order).entries.map(({ name }) => name);

test.each([
	['one name a line', 'Anna Smith\nJo Ng', ['Anna Smith', 'Jo Ng']],
	['as Windows writes it, with a byte-order mark', '\uFEFFName\r\nAnna Smith\r\nJo Ng\r\n', ['Anna Smith', 'Jo Ng']],
	['semicolons and quotation marks', 'Name;Form\n"Smith; Anna";10b\nJo Ng;10b', ['Smith; Anna', 'Jo Ng']],
	['tabs', 'First name\tLast name\nAnna\tSmith\nJo\tNg', ['Anna Smith', 'Jo Ng']],
	['commas without a heading', 'Anna,Smith\nJo,Ng', ['Anna Smith', 'Jo Ng']],
	['numbers and e-mail beside the names', '1,Anna Smith,anna@a.example\n2,Jo Ng,jo@a.example', ['Anna Smith', 'Jo Ng']],
	['Urdu and Hindi', 'نام\nمحمد علی\nअमित कुमार', ['محمد علی', 'अमित कुमार']],
	['direction marks of a spreadsheet', '\u200Fمحمد علی\u200E\nAnna', ['محمد علی', 'Anna']],
	['a line break inside quotation marks', 'Name,Form\n"Anna\nSmith",10b\nJo Ng,10b', ['Anna Smith', 'Jo Ng']],
	['a nickname in quotation marks', 'Robert "Bob" Smith\n"Jo" Ng', ['Robert "Bob" Smith', '"Jo" Ng']],
])('a list with %s is read', (_, list, names) => {
	expect(namesIn(list)).toEqual(names);
});

test('two columns without headings can be last and first name', () => {
	expect(namesIn('García,María\nNg,Jo', 'last-first')).toEqual(['María García', 'Jo Ng']);
	expect(readRoster('García,María', 'first-last').isOrderGuessed).toBe(true);
	expect(readRoster('Last name,First name\nGarcía,María', 'first-last').isOrderGuessed).toBe(false);
});

test('a column of user names is found by its heading or by its look; e-mail is not kept', () => {
	const { entries, notes } = readRoster('Name,User name,E-mail\nAnna Smith,asmith,anna@a.example', 'first-last');
	expect(entries[0]).toMatchObject({ name: 'Anna Smith', userName: 'asmith' });
	expect(notes).toEqual(['E-mail addresses are not kept: Underline needs none.']);
	expect(readRoster('Anna Smith,a.smith\nJo Ng,j.ng', 'first-last').entries[1]).toMatchObject({ userName: 'j.ng' });
});

test('each row says where it stands in the list, past empty lines and rows of several lines', () => {
	const { entries } = readRoster('Name,Form\n\n"Anna\nSmith",10b\n\n\nJo Ng,10b', 'first-last');
	expect(entries.map(({ line }) => line)).toEqual([3, 7]);
});

test.each(['=HYPERLINK("http://evil.example","Anna")', '+1', '-Anna', '@SUM(A1)', '＝1+1', ' =cmd'])(
	'the cell %j is no name, and is not taken in',
	(cell) => {
		const { entries } = readRoster(`Name\n"${cell.replaceAll('"', '""')}"\nJo Ng`, 'first-last');
		expect(entries[0]?.problem).toMatch(/begins a formula/u);
		expect(entries[1]?.problem).toBeNull();
	},
);

test.each(['Name,Form\n,10b', '123\nJo'])('a row without a name is named: %j', (list) => {
	expect(readRoster(list, 'first-last').entries[0]?.problem).toMatch(/^There is no /u);
});

test.each([
	['', /empty/u],
	['\n \r\n', /empty/u],
	['Name\n', /no names under/u],
	['E-mail\nanna@a.example', /no column of names/u],
	['Name,Form\n"Anna,10b\nJo', /quotation mark is opened/u],
	['PK\0\0', /not text/u],
	[`Name\n${'x'.repeat(1024 ** 2)}`, /1 MB/u],
])('a list that cannot be read is refused with a sentence: %#', (list, sentence) => {
	expect(() => readRoster(list, 'first-last')).toThrow(Invalid);
	expect(() => readRoster(list, 'first-last')).toThrow(sentence);
});

test('5,000 rows are read, one more is refused', () => {
	const rows = Array.from({ length: MAX_PEOPLE }, (_, at) => `Student ${String(at)}`);
	expect(namesIn(['Name', ...rows].join('\n'))).toHaveLength(MAX_PEOPLE);
	expect(() => namesIn([...rows, 'One more'].join('\n'))).toThrow(/5,001 rows/u);
});

test.each([
	['María José Núñez', 'maria.jose.nunez'],
	['Łukasz Żółć', 'lukasz.zolc'],
	['Siobhan O’Brien-Strauß', 'siobhan.obrien.strauss'],
	['محمد علی', 'محمد.علی'],
	['अमित कुमार', 'अमित.कुमार'],
	['X', 'x1'],
])('%s signs in as %s', (name, userName) => {
	expect(userNameFrom(name)).toBe(userName);
});

test('a user name that is taken gets the smallest number that is free', () => {
	const taken = new Set(['anna.smith', 'anna.smith3']);
	const numbers = new Map<string, number>();
	const give = () => freeUserName('anna.smith', taken, numbers);
	expect([give(), give(), give()]).toEqual(['anna.smith2', 'anna.smith4', 'anna.smith5']);
});
