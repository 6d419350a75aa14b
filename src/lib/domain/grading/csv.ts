/** CSV for spreadsheets: RFC 4180 with a byte-order mark, and a guard against cells that would run as a formula. */

/**
 * What a spreadsheet may take for the start of a formula (OWASP, CSV injection). Where commas are decimal, it splits at a
 * semicolon, and whatever the quotation marks: what follows one begins a cell, too.
 */
const FORMULA_START = /(?<=^\s*|[;\t\r\n]\s*)[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/gu;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

export function csv(rows: readonly (readonly string[])[]): string {
	return '\uFEFF' + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function cell(text: string): string {
	const safe = PLAIN_NUMBER.test(text) ? text : text.replace(FORMULA_START, "'$&");
	return /[",;\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
