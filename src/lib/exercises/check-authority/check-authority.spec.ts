import { describe, expect, it } from 'vitest';
import { safeParse } from 'valibot';
import { kind, type CheckAuthorityAnswer, type CheckAuthorityTask } from './kind.ts';
import { scorer } from './scorer.server.ts';

const task: CheckAuthorityTask = {
	document: 'report',
	quote: 'Article 55 calls for it',
	library: ['un-charter', 'udhr'],
};
const key = scorer.buildKey(
	task,
	{
		passage: ['un-charter#article-55', 'un-charter#article-55.a'],
		fit: ['drift', 'misreported'],
		why: { drift: 'Blended.', misreported: 'Accepted.', accurate: 'Not all of it.' },
	},
	{ documentKeys: {}, documents: {} },
);
const sound: CheckAuthorityAnswer = {
	opened: ['un-charter#article-55'],
	passage: 'un-charter#article-55',
	fit: 'drift',
};
const score = (answer: CheckAuthorityAnswer, points = 5) => scorer.score({ task, key, answer, points, documents: {} });
const review = (answer: CheckAuthorityAnswer) =>
	scorer.review({ task, key, answer, points: 5, documents: {} }, score(answer));

describe('checking an authority', () => {
	it('earns half for the passage and half for the fit', () => {
		expect(score(sound)).toMatchObject({ earned: 500, possible: 500 });
		expect(score({ ...sound, fit: 'accurate' }).earned).toBe(250);
		expect(score({ ...sound, passage: 'un-charter#preamble' }).earned).toBe(250);
		expect(score({ ...sound, passage: 'un-charter#article-55.a', fit: 'misreported' }).earned).toBe(500);
	});

	it('takes a verdict only after the source was opened', () => {
		expect(kind.faults(task, sound, {})).toEqual([]);
		expect(kind.faults(task, { ...sound, opened: [] }, {})).toHaveLength(2);
		expect(kind.faults(task, { ...sound, opened: ['udhr#article-1'] }, {})).toEqual([
			'A passage can be chosen only after its source was opened.',
		]);
		expect(kind.faults(task, { opened: [], passage: null, fit: 'drift' }, {})).toHaveLength(1);
	});

	it('refuses a source that is not offered, and an address that is none', () => {
		expect(kind.faults(task, { ...sound, opened: ['iccpr#article-1'] }, {}).length).toBeGreaterThan(0);
		expect(safeParse(kind.answerSchema, { ...sound, passage: 'article 55' }).success).toBe(false);
	});

	it('says what is still missing', () => {
		expect(kind.missing(task, kind.emptyAnswer())).toHaveLength(3);
		expect(kind.missing(task, sound)).toEqual([]);
	});

	it('explains every fit, the right ones first, and says that another name is accepted too', () => {
		const { fits, sentences, headline } = review({ ...sound, fit: 'misreported' });
		expect(fits.map(({ fit }) => fit)).toEqual(['drift', 'misreported', 'accurate']);
		expect(headline).toBe('Right: the passage and how well the words fit it.');
		expect(sentences).toContain('“Drift” is the best name for it; yours is accepted too.');
	});
});
