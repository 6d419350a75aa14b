/** A pasted list or the text of a CSV file, as rows of cells. Nothing in a cell is ever evaluated. */
import { CsvError, parse } from 'csv-parse/sync';
import { Invalid } from '../errors.ts';

/** In UTF-8. */
export const MAX_BYTES = 1024 ** 2;

/** `line` is where the row begins in what was given, from 1. */
export type Row = { line: number; cells: string[] };

const SEPARATORS = ['\t', ';', ','] as const;
/** So many lines tell what separates the columns. */
const LINES_LOOKED_AT = 50;
/** Direction marks and byte-order marks that spreadsheets leave in cells; the joiners that names need stay. */
const INVISIBLE = /[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** Rows that hold something. Throws Invalid with the line where the list cannot be read. */
export function readTable(text: string): Row[] {
	if (new TextEncoder().encode(text).length > MAX_BYTES) {
		throw new Invalid('This list is larger than 1 MB. Split it, or leave out the columns that are no names.', 'list');
	}
	if (text.includes('\0')) {
		throw new Invalid('This file is not text. In the spreadsheet, save the list as CSV and choose that file.', 'list');
	}
	const plain = text.replace(/^\uFEFF/u, '').replaceAll(/\r\n?/gu, '\n');
	const rows = split(plain, separatorOf(plain)).filter(({ cells }) => cells.some((cell) => cell !== ''));
	if (rows.length === 0) throw new Invalid('The list is empty. Paste one name a line, or choose a file.', 'list');
	return rows;
}

/** What the rows agree on: the separator that gives most rows the same number of columns, at least two. */
export function separatorOf(text: string): string {
	const lines = text.split('\n').slice(0, LINES_LOOKED_AT);
	const counts = lines.map((line) => line.replaceAll(/"(?:[^"]|"")*"/gu, '')).filter((line) => line.trim() !== '');
	let best: string = ',';
	let mostAlike = 0;
	for (const separator of SEPARATORS) {
		const columns = counts.map((line) => line.split(separator).length).filter((count) => count > 1);
		const alike = Math.max(
			0,
			...Map.groupBy(columns, (count) => count)
				.values()
				.map((group) => group.length),
		);
		if (alike <= mostAlike) continue;
		best = separator;
		mostAlike = alike;
	}
	return best;
}

function split(text: string, delimiter: string): Row[] {
	try {
		const records = parse(text, {
			delimiter,
			info: true,
			record_delimiter: '\n',
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
		}) as unknown as { record: string[]; info: { lines: number } }[];
		let begins = 1;
		const lines = text.split('\n');
		return records.map(({ record, info }) => {
			while (begins < info.lines && lines[begins - 1]?.trim() === '') begins += 1;
			const row = { line: begins, cells: record.map(tidy) };
			begins = info.lines + 1;
			return row;
		});
	} catch (problem) {
		if (!(problem instanceof CsvError)) throw problem;
		throw new Invalid(whyUnreadable(problem), 'list');
	}
}

const tidy = (cell: string) => cell.replaceAll(INVISIBLE, '').replaceAll(/\s+/gu, ' ').trim().normalize('NFC');

function whyUnreadable(problem: CsvError): string {
	const line = 'lines' in problem ? String(problem.lines) : '';
	if (problem.code === 'CSV_QUOTE_NOT_CLOSED') {
		return `A quotation mark is opened and never closed. The list can be read up to line ${line}.`;
	}
	return `The list cannot be read at line ${line}. Is it a text or a CSV file?`;
}
