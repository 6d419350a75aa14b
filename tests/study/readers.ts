/** What the rules of studying are tried on: a whole pool, and a reader who has done nothing yet. */
import * as v from 'valibot';
import { studyAnswerSchema, type StudyAnswer } from '../../src/lib/domain/study/answer.ts';
import type { StudyState } from '../../src/lib/domain/study/plan-session.ts';
import type { PoolSentence } from '../../src/lib/domain/study/pool.ts';
import { cutPool } from '../../src/lib/domain/study/study-pool.ts';
import { fixturePool } from './fixture-pool.ts';

export const pool = fixturePool();
export const cut = cutPool(pool.values());
export const DAY = 24 * 60 * 60 * 1000;
export const START = Date.UTC(2026, 0, 5);
export const nothing: StudyState = { cards: new Map(), met: new Map(), levels: null, sessionsSinceNew: 0 };
export const sentenceOf = (id: string): PoolSentence => {
	const sentence = pool.get(id);
	if (!sentence) throw new Error(`There is no ${id}`);
	return sentence;
};
/** A quick call, as a form sends it. */
export const call = (category: string, technique?: string, confidence?: string): StudyAnswer =>
	v.parse(studyAnswerSchema, {
		play: 'quick-call',
		category,
		...(technique && { technique }),
		...(confidence && { confidence }),
	});
