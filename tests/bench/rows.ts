/** What was measured, beside what was aimed at. */

export type Row = {
	part: string;
	what: string;
	measured: string;
	/** Empty where nothing was aimed at. */
	aim: string;
	/** Null where nothing was aimed at. */
	isMet: boolean | null;
	/** The numbers behind the words. */
	numbers: Record<string, number>;
};

/** A row that only informs. */
export const seen = (part: string, what: string, measured: string, numbers: Row['numbers']): Row => ({
	part,
	what,
	measured,
	aim: '',
	isMet: null,
	numbers,
});

export function aimed(row: Omit<Row, 'isMet'> & { isMet: boolean }): Row {
	return row;
}

export function toTable(rows: readonly Row[]): string {
	const head = ['part', 'what', 'measured', 'aim', 'met'];
	const lines = rows.map(({ part, what, measured, aim, isMet }) => [part, what, measured, aim, metWord(isMet)]);
	const widths = head.map((title, column) =>
		Math.max(...[head, ...lines].map((line) => (line[column] ?? title).length)),
	);
	const draw = (line: string[]) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [draw(head), draw(widths.map((width) => '-'.repeat(width))), ...lines.map(draw)].join('\n');
}

const metWord = (isMet: boolean | null) => (isMet === null ? '' : isMet ? 'yes' : 'NO');

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The value below which the given share (0 to 1) lies. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const inThousands = (value: number) => Math.round(value).toLocaleString('en');
export const inMilliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
