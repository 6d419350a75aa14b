/** `lesson suggest --measure`: how well candidates do against keys, as a table that a person reads. */
import { articleParagraphs, spanOf } from '../../lib/domain/documents/article.ts';
import { categories, type Category } from '../../lib/domain/marking/categories.ts';
import type { KeyItem } from '../../lib/domain/marking/rule.ts';
import { isSound, type PoolSentence } from '../../lib/domain/study/pool.ts';
import { categoryOf } from '../../lib/domain/study/readings.ts';
import { overlap } from '../../lib/domain/spans/algebra.ts';
import type { Candidate } from '../../lib/domain/suggest/candidate.ts';
import {
	addMeasures,
	calibrate,
	macroMean,
	measureSuggestions,
	meetsKey,
	type Judged,
	type Measure,
} from '../../lib/domain/suggest/measure.ts';
import { suggestSpans } from '../../lib/domain/suggest/suggest.ts';
import type { Course } from '../../lib/server/lessons/lesson-catalog.ts';
import type { MarkedPassage } from './marked-passages.ts';

export type Measured = { name: string; candidates: readonly Candidate[]; key: readonly KeyItem[] };

export function measureAgainstKeys({ documents, documentKeys, practice }: Course): string {
	const measured = [...documentKeys].flatMap(([name, { spans }]): Measured[] => {
		const document = documents.get(name);
		if (!document || document.withdrawn) return [];
		const candidates = suggestSpans(document.text, articleParagraphs(document).map(spanOf));
		return [{ name, candidates, key: spans }];
	});
	return [
		...tableOf(measured),
		'The rules and dictionaries were made with these texts at hand.',
		'',
		...calibrationOf(measured),
		'',
		...practiceLines([...practice.values()].filter(({ source }) => source === 'own')),
		'Every second one of these was looked at while the rules were made.',
	].join('\n');
}

export function measurePassages(files: ReadonlyMap<string, readonly MarkedPassage[]>): string {
	return [...files]
		.map(([file, passages]) => {
			const styles = [...new Set(passages.map(({ style }) => style))];
			const groups = styles.map((style) => measuredPassages(passages.filter((passage) => passage.style === style)));
			const lines = groups.flatMap((group, at) => linesOf(`${file}, ${styles[at] ?? ''}`, group));
			return [HEAD, ...lines, ...totalsOf(groups.flat()), '', ...calibrationOf(groups.flat())].join('\n');
		})
		.join('\n\n');
}

export const measuredPassages = (passages: readonly MarkedPassage[]): Measured[] =>
	passages.map(({ name, text, spans }) => ({ name, candidates: suggestSpans(text), key: spans }));

export function measureOf(texts: readonly Measured[], category?: Category): Measure {
	const of = <Each extends { category: Category }>(all: readonly Each[]) =>
		category ? all.filter((each) => each.category === category) : all;
	return addMeasures(texts.map(({ candidates, key }) => measureSuggestions(of(candidates), of(key))));
}

export const judgedOf = (texts: readonly Measured[]): Judged[] =>
	texts.flatMap(({ candidates, key }) =>
		candidates.map((candidate) => ({ confidence: candidate.confidence, meets: meetsKey(candidate, key) })),
	);

const HEAD = 'document                      category   candidates  meet the key      core met       all met';

const tableOf = (texts: readonly Measured[]): string[] => [
	HEAD,
	...texts.flatMap((text) => linesOf(text.name, [text])),
	...totalsOf(texts),
];

const linesOf = (name: string, texts: readonly Measured[]): string[] =>
	categories.map((category) => lineOf(name, category, measureOf(texts, category)));

function totalsOf(texts: readonly Measured[]): string[] {
	const { precision, recall } = macroMean(texts.map((text) => measureOf([text])));
	const percent = (value: number | null) => (value === null ? '' : `${Math.round(100 * value)} %`);
	return [
		...linesOf('all of them', texts),
		lineOf('all of them', 'any', measureOf(texts)),
		`${'mean of the texts'.padEnd(30)}${'any'.padEnd(21)}${percent(precision).padStart(14)}${percent(recall).padStart(14)}`,
	];
}

function lineOf(name: string, category: string, { candidates, meeting, core, met, all, allMet }: Measure): string {
	return [
		name.padEnd(30),
		category.padEnd(11),
		String(candidates).padStart(10),
		share(meeting, candidates).padStart(14),
		share(met, core).padStart(14),
		share(allMet, all).padStart(14),
	].join('');
}

const share = (part: number, whole: number): string =>
	`${part}/${whole}${whole > 0 ? ` ${Math.round((100 * part) / whole)} %` : ''}`;

function calibrationOf(texts: readonly Measured[]): string[] {
	const buckets = calibrate(judgedOf(texts)).filter(({ candidates }) => candidates > 0);
	return [
		'confidence    candidates  meet the key',
		...buckets.map(({ from, candidates, meeting }) =>
			[`from ${from}`.padEnd(14), String(candidates).padStart(10), share(meeting, candidates).padStart(14)].join(''),
		),
	];
}

/** Single sentences: with a mark, is it found? Sound, and easily taken for more: is it left alone? */
function practiceLines(sentences: readonly PoolSentence[]): string[] {
	const rows = sentences.map((sentence) => ({ sentence, candidates: suggestSpans(sentence.text) }));
	return [
		`${'practice sentences'.padEnd(30)}category         found     left alone`,
		...categories.map((category) => {
			const hits = rows.filter(({ sentence }) => sentence.techniques.some((each) => categoryOf(each) === category));
			const sound = rows.filter(
				({ sentence }) => isSound(sentence) && sentence.looksLike && categoryOf(sentence.looksLike) === category,
			);
			const found = hits.filter(({ sentence: { mark }, candidates }) =>
				candidates.some((each) => each.category === category && (!mark || overlap(each, mark) > 0)),
			);
			const alone = sound.filter(({ candidates }) => candidates.every((each) => each.category !== category));
			const parts = [share(found.length, hits.length).padStart(11), share(alone.length, sound.length).padStart(15)];
			return `${''.padEnd(30)}${category.padEnd(11)}${parts.join('')}`;
		}),
	];
}
