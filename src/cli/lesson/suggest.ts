/** `lesson suggest FILE`: candidate spans of a text file or a saved web page. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { articleParagraphs, spanOf } from '../../lib/domain/documents/article.ts';
import { isEnglish } from '../../lib/domain/suggest/english.ts';
import { guessFurniture } from '../../lib/domain/suggest/furniture.ts';
import { suggestSpans } from '../../lib/domain/suggest/suggest.ts';
import type { Candidate } from '../../lib/domain/suggest/candidate.ts';
import type { Finding } from '../../lib/server/lessons/findings.ts';
import { readSource } from '../../lib/server/lessons/read-documents.ts';
import { isPage, readArticle, readWords, Unreadable } from './read-article.ts';
import { partsOf, textOf } from './scaffold.ts';

/**
 * Candidates of one file, with offsets in its text with `\n` line ends. A file of `documents/` with its `.yaml` beside it is
 * read without its furniture; of a saved web page the article is read, and offsets are those of the text that `lesson new`
 * writes.
 * @returns null with the findings when the file cannot be read
 */
export function suggestFor(file: string): { candidates: Candidate[] | null; findings: Finding[] } {
	const folder = dirname(file);
	const name = basename(file, '.txt');
	if (basename(folder) === 'documents' && existsSync(join(folder, `${name}.yaml`))) {
		const findings: Finding[] = [];
		const document = readSource(dirname(folder), name, findings);
		if (!document) return { candidates: null, findings };
		return suggested(file, document.text, articleParagraphs(document).map(spanOf));
	}
	try {
		if (!isPage(file)) return suggested(file, readWords(file));
		const lines = guessFurniture(readArticle(file).lines);
		return suggested(file, textOf(lines), partsOf(lines));
	} catch (problem) {
		if (!(problem instanceof Unreadable)) throw problem;
		return { candidates: null, findings: [{ file, line: 1, level: 'error', message: problem.message }] };
	}
}

function suggested(file: string, text: string, within?: Parameters<typeof suggestSpans>[1]) {
	const message = 'this does not look like English. The word lists are English, so nothing is suggested.';
	const findings: Finding[] = isEnglish(text) ? [] : [{ file, line: 1, level: 'warning', message }];
	return { candidates: suggestSpans(text, within), findings };
}
