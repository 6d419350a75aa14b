/** A pool of plain sentences that meets every need of the lint, built the same each time. */
import type { Technique } from '../../src/lib/domain/marking/categories.ts';
import { SOUND, everyTechnique } from '../../src/lib/domain/study/readings.ts';
import { categoryOf } from '../../src/lib/domain/study/readings.ts';
import {
	practiceFileSchema,
	toPoolSentence,
	type GivenSentence,
	type PoolSentence,
} from '../../src/lib/domain/study/pool.ts';
import { parse } from 'valibot';

const HITS = 9;
const PAIRED = 2;

/** Nine sentences with each technique and nine sound look-alikes; of each, two are halves of pairs. */
export function fixtureSentences(): GivenSentence[] {
	const given = everyTechnique.flatMap((technique) =>
		Array.from({ length: HITS }, (_, index) => [hit(technique, index), alike(technique, index)]).flat(),
	);
	return parse(practiceFileSchema, { about: 'For tests.', sentences: given }).sentences;
}

export function fixturePool(): Map<string, PoolSentence> {
	return new Map(
		fixtureSentences().map((given) => {
			const start = given.mark === undefined ? 0 : given.text.indexOf(given.mark);
			const mark = given.mark === undefined ? null : { start, end: start + given.mark.length };
			return [given.id, toPoolSentence(given, mark, (json) => String(json.length) + json.slice(0, 60))];
		}),
	);
}

function hit(technique: Technique, index: number) {
	const id = `${technique}-${index}`;
	const status = categoryOf(technique) === 'claim' ? { status: 'unresolved' } : {};
	return {
		...{ id, text: `The report on ${id} says words so.`, source: 'own', technique, mark: 'says words' },
		...{ why: `Because of ${id}.`, ...status, ...pairOf('hit', technique, index) },
	};
}

function alike(technique: Technique, index: number) {
	const id = `${SOUND}-${technique}-${index}`;
	const status = categoryOf(technique) === 'claim' ? { status: 'supported', selfSupported: true } : {};
	return {
		...{ id, text: `The report on ${id} is here.`, source: 'own', technique: SOUND, looksLike: technique },
		...{ why: `It is plain: ${id}.`, ...status, ...pairOf(SOUND, technique, index) },
	};
}

const pairOf = (what: string, technique: Technique, index: number) =>
	index < 2 * PAIRED
		? { pair: `${what}-${technique}-${Math.floor(index / 2)}`, side: index % 2 === 0 ? 'a' : 'b' }
		: {};
