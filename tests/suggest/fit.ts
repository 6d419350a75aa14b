/**
 * Fits the weights of suggestions: `node tests/suggest/fit.ts` prints them for src/lib/domain/suggest/weights.ts, with how
 * well they do on each text when fitted to the others. It reads the keys of the course and tune.yaml, never held-out.yaml.
 */
import { join } from 'node:path';
import { readMarkedPassages } from '../../src/cli/lesson/marked-passages.ts';
import { articleParagraphs, spanOf } from '../../src/lib/domain/documents/article.ts';
import { categories, type Category } from '../../src/lib/domain/marking/categories.ts';
import { boundaryScore, type KeyItem } from '../../src/lib/domain/marking/rule.ts';
import type { Span } from '../../src/lib/domain/spans/span.ts';
import { confidenceOf, type Traits } from '../../src/lib/domain/suggest/confidence.ts';
import { hitsOf } from '../../src/lib/domain/suggest/suggest.ts';
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';
import { readCourse } from '../../src/lib/server/lessons/lesson-catalog.ts';

type Text = { name: string; text: string; within: Span[] | undefined; key: readonly KeyItem[] };
type Row = { name: string; traits: Traits; meets: boolean };
type Weights = Record<string, number>;

const MEETS = 0.5;
/** Pulls weights towards nothing, so that a trait of few rows says little. */
const RIDGE = 1;
const ROUNDS = 300;
const STEP = 0.1;
const FOLDS = 5;

async function textsToFit(): Promise<Text[]> {
	const { kinds, scorers } = await loadKinds();
	const course = readCourse(join(import.meta.dirname, '../../lessons'), kinds, scorers);
	const documents = [...course.documentKeys].flatMap(([name, { spans }]) => {
		const document = course.documents.get(name);
		if (!document || document.withdrawn) return [];
		return [{ name, text: document.text, within: articleParagraphs(document).map(spanOf), key: spans }];
	});
	const passages = readMarkedPassages(import.meta.dirname).get('tune.yaml') ?? [];
	return [...documents, ...passages.map(({ name, text, spans }) => ({ name, text, within: undefined, key: spans }))];
}

function rowsOf({ name, text, within, key }: Text, category: Category): Row[] {
	const items = key.filter((item) => item.category === category);
	return hitsOf(text, within)
		.filter((hit) => hit.category === category)
		.map((hit) => ({ name, traits: hit.traits, meets: items.some((item) => boundaryScore(hit, item) >= MEETS) }));
}

/** Logistic regression with a ridge, by plain gradient steps with momentum: a few hundred rows need no more. */
function fit(rows: readonly Row[]): Weights {
	const names = ['base', ...new Set(rows.flatMap(({ traits }) => Object.keys(traits)))];
	const table = rows.map(({ traits }) => names.map((name) => (name === 'base' ? 1 : (traits[name] ?? 0))));
	const weights = names.map(() => 0);
	const pace = names.map(() => 0);
	for (let round = 0; round < ROUNDS; round += 1) {
		const slope = weights.map((weight, at) => (at === 0 ? 0 : -RIDGE * weight));
		table.forEach((values, row) => {
			const sum = values.reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
			const miss = (rows[row]?.meets ? 1 : 0) - 1 / (1 + Math.exp(-sum));
			for (const [at, value] of values.entries()) slope[at] = (slope[at] ?? 0) + miss * value;
		});
		for (const [at, each] of slope.entries()) {
			pace[at] = 0.9 * (pace[at] ?? 0) + (STEP * each) / rows.length;
			weights[at] = (weights[at] ?? 0) + (pace[at] ?? 0);
		}
	}
	return Object.fromEntries(names.map((name, at) => [name, Math.round(10 * (weights[at] ?? 0)) / 10]));
}

/** Each text is judged by weights that were fitted to other texts. */
function crossed(rows: readonly Row[]): { confidence: number; meets: boolean }[] {
	const names = [...new Set(rows.map(({ name }) => name))];
	return Array.from({ length: FOLDS }, (_, fold) => {
		const isOwn = ({ name }: Row) => names.indexOf(name) % FOLDS === fold;
		const weights = fit(rows.filter((row) => !isOwn(row)));
		return rows.filter(isOwn).map(({ traits, meets }) => ({ confidence: confidenceOf(weights, traits), meets }));
	}).flat();
}

const texts = await textsToFit();
for (const category of categories) {
	const rows = texts.flatMap((text) => rowsOf(text, category));
	process.stdout.write(`${category}: ${JSON.stringify(fit(rows))}\n`);
	const judged = crossed(rows);
	for (const least of [0.2, 0.3, 0.35, 0.4, 0.5, 0.6]) {
		const kept = judged.filter(({ confidence }) => confidence >= least);
		const meeting = kept.filter(({ meets }) => meets).length;
		const could = rows.filter((row) => row.meets).length;
		process.stdout.write(`  from ${least}: ${meeting} of ${kept.length} candidates meet, of ${could} that could\n`);
	}
}
