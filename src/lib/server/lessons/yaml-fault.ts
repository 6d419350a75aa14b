/** What is wrong in a file that is no YAML, for somebody who writes lessons and has not learned YAML. */
import type { ErrorCode, YAMLError } from 'yaml';

const COLUMNS = 'fields of one thing begin in the same column, and the first of a list after “- ”';

const faults: Partial<Record<ErrorCode, string>> = {
	BLOCK_AS_IMPLICIT_KEY: `words with “: ” in them need quotation marks; if there are none, look at the next line too: ${COLUMNS}`,
	MULTILINE_IMPLICIT_KEY: 'a field is written as its name, a colon, a space and its words',
	BAD_INDENT: `the line begins in the wrong column (${COLUMNS}), or a bracket above it is not closed`,
	DUPLICATE_KEY: 'this field is here twice',
	BAD_SCALAR_START: 'words that begin with such a character need quotation marks',
};

const beginnings: [string, string][] = [
	[
		'Unexpected scalar',
		`there are words after a closing quotation mark (between '…', an apostrophe is written twice, ''), ` +
			`or the line begins in the wrong column: ${COLUMNS}`,
	],
	['Missing closing', 'a quotation mark is opened and not closed'],
	['Sequence item', `the line begins in the wrong column: ${COLUMNS}`],
];

/** @param fault the first one of the text: the others follow from it */
export function yamlFault(text: string, fault: YAMLError): { at: number; message: string } {
	const tab = /^ *\t/m.exec(text);
	if (tab) return { at: tab.index, message: 'this is not YAML: a tab stands before the words; use spaces' };
	const words = faults[fault.code] ?? beginnings.find(([beginning]) => fault.message.startsWith(beginning))?.[1];
	return { at: fault.pos[0], message: `this is not YAML: ${words ?? fault.message}` };
}
