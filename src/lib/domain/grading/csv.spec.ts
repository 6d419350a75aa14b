import { expect, test } from 'vitest';
import { csv } from './csv.ts';

const cellOf = (text: string) => csv([[text]]).slice(1, -2);

test('starts with a byte-order mark, so that a spreadsheet reads names in any script', () => {
	expect(csv([['سارہ']])).toBe('\uFEFFسارہ\r\n');
});

test.each(['=1+1', '+1', '@SUM(A1)', '-2+3', '\t=1', ' =1', '＝1', 'x;=1', 'x; =1', 'x\n=1'])(
	'%j cannot run as a formula, wherever a spreadsheet splits it',
	(text) => {
		const cells = cellOf(text)
			.replaceAll('"', '')
			.split(/[;\n\t]/);
		for (const cell of cells) expect(cell.trim()).not.toMatch(/^[=+\-@＝]/);
	},
);

test.each(['-5', '12.50'])('the plain number %s stays a number', (text) => expect(cellOf(text)).toBe(text));

test('quotes commas, quotation marks and line ends', () => {
	expect(cellOf('a, "b"\nc')).toBe('"a, ""b""\nc"');
});
