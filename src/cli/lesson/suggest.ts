/** `lesson suggest`: candidate spans of a text, and how well they do against the keys of the course. */
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { articleParagraphs, spanOf } from '../../lib/domain/documents/article.ts';
import { measureSuggestions, type Measure } from '../../lib/domain/suggest/measure.ts';
import { suggestSpans } from '../../lib/domain/suggest/suggest.ts';
import type { Candidate } from '../../lib/domain/suggest/candidate.ts';
import { categories, type Category } from '../../lib/domain/marking/categories.ts';
import type { Finding } from '../../lib/server/lessons/findings.ts';
import { readText } from '../../lib/server/lessons/lesson-file.ts';
import { readSource } from '../../lib/server/lessons/read-documents.ts';
import type { Course } from '../../lib/server/lessons/lesson-catalog.ts';

/**
 * Candidates of one text file. A file of `documents/` with its `.yaml` beside it is read without its furniture.
 * @returns null with the findings when the file cannot be read
 */
export function suggestFor(file: string): { candidates: Candidate[] | null; findings: Finding[] } {
	const findings: Finding[] = [];
	const folder = dirname(file);
	const name = basename(file, '.txt');
	if (basename(folder) === 'documents' && existsSync(join(folder, `${name}.yaml`))) {
		const document = readSource(dirname(folder), name, findings);
		return {
			candidates: document && suggestSpans(document.text, articleParagraphs(document).map(spanOf)),
			findings,
		};
	}
	const text = readText(folder, basename(file), findings);
	return { candidates: text === null ? null : suggestSpans(text), findings };
}

/** A table: for each document and category, how many candidates meet a key span and how many core spans are met. */
export function measureAgainstKeys({ documents, documentKeys }: Course): string {
	const totals = new Map<Category, Measure[]>(categories.map((category) => [category, []]));
	const lines = ['document                      category   candidates  meet the key  core met  all met'];
	for (const [name, key] of documentKeys) {
		const document = documents.get(name);
		if (!document || document.withdrawn) continue;
		const candidates = suggestSpans(document.text, articleParagraphs(document).map(spanOf));
		for (const category of categories) {
			const measure = measureSuggestions(
				candidates.filter((candidate) => candidate.category === category),
				key.spans.filter((span) => span.category === category),
			);
			totals.get(category)?.push(measure);
			lines.push(lineOf(name, category, measure));
		}
	}
	for (const [category, measures] of totals) lines.push(lineOf('all of them', category, sum(measures)));
	lines.push(lineOf('all of them', 'any', sum([...totals.values()].flat())));
	return lines.join('\n');
}

function lineOf(name: string, category: string, { candidates, meeting, core, met, all, allMet }: Measure): string {
	const share = (part: number, whole: number) =>
		`${part}/${whole}${whole > 0 ? ` ${Math.round((100 * part) / whole)} %` : ''}`;
	return [
		name.padEnd(30),
		category.padEnd(11),
		String(candidates).padStart(10),
		share(meeting, candidates).padStart(14),
		share(met, core).padStart(14),
		share(allMet, all).padStart(14),
	].join('');
}

const sum = (measures: Measure[]): Measure =>
	measures.reduce((total, each) => ({
		candidates: total.candidates + each.candidates,
		meeting: total.meeting + each.meeting,
		core: total.core + each.core,
		met: total.met + each.met,
		all: total.all + each.all,
		allMet: total.allMet + each.allMet,
	}));
