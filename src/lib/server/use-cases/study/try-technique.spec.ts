import { describe, expect, test } from 'vitest';
import { byName, studyApp } from '../../../../../tests/study/playing.ts';
import { NotFound } from '../../../domain/errors.ts';
import { NOBODY, person } from '../../../../../tests/support/test-app.ts';
import { findStudyAnswers } from '../../repositories/study.ts';
import { answerTry, viewTry } from './try-technique.ts';

describe('the three sentences of a glossary page', () => {
	test('give their reason at once, keep nothing, and are in no session', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		const [first, ...others] = await viewTry(app, NOBODY, 'quantity');
		expect(others).toHaveLength(2);
		const given = {
			technique: 'quantity',
			sentence: first?.sentence ?? '',
			answer: { play: 'quick-call', category: 'claim' },
		};
		expect((await answerTry(app, reader, given)).why).toBe(byName.get(first?.sentence ?? '')?.why);
		expect(await findStudyAnswers(app.store.read, reader.personId)).toEqual([]);
		await expect(answerTry(app, reader, { ...given, sentence: 'quantity-8' })).rejects.toThrow(NotFound);
		await expect(viewTry(app, NOBODY, 'no-such')).rejects.toThrow(NotFound);
	});
});
