import { describe, expect, test } from 'vitest';
import { playAll, studyApp } from '../../../../../tests/study/playing.ts';
import { ITEMS } from '../../../domain/study/plan.ts';
import { DAY, person } from '../../../../../tests/support/test-app.ts';
import { findStudyAnswers } from '../../repositories/study.ts';
import { deleteMirror, switchMirror, viewMirror } from './view-mirror.ts';
import { viewWhatIKnow } from './view-what-i-know.ts';

describe('what I know', () => {
	test('counts first tries alone, each with how sure it is', async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		await playAll(app, reader, 'right', 'session', 'sure');
		app.clock.now += 3 * DAY;
		await playAll(app, reader, 'flags all');
		const known = await viewWhatIKnow(app, reader);
		const rows = await findStudyAnswers(app.store.read, reader.personId);
		const firsts = rows.filter(({ isFirst }) => isFirst);
		expect(known.firstTries).toBe(firsts.length);
		expect(known.seen).toMatchObject({
			core: firsts.filter(({ technique }) => technique !== 'sound').length,
			lures: firsts.filter(({ technique }) => technique === 'sound').length,
		});
		expect(known.seen.foundInterval?.low).toBeLessThan(known.seen.found / known.seen.core);
		expect(known.calibration.levels.find(({ confidence }) => confidence === 'sure')).toMatchObject({
			answers: 12,
			right: 12,
		});
		const reviewed = known.techniques.filter(({ memory }) => memory !== null);
		expect(reviewed.every(({ memory }) => (memory?.curve[0]?.known ?? 0) > 0.99)).toBe(true);
	});
});

describe('the private mirror', () => {
	test('shows nothing before 24 pairs, can be switched off and on, and forgets', { timeout: 30_000 }, async () => {
		const app = studyApp();
		const reader = await person(app, 'reader');
		for (let session = 0; session < 26; session += 1) {
			await playAll(app, reader, 'flags all');
			app.clock.now += DAY;
			const { mirror } = await viewMirror(app, reader);
			expect(mirror?.seen === null).toBe((mirror?.pairs ?? 0) < 24);
		}
		const seen = (await viewMirror(app, reader)).mirror?.seen;
		expect(seen).toMatchObject({ onlyOne: 0, onlyOther: 0, isLean: false });
		await switchMirror(app, reader, true);
		expect(await viewMirror(app, reader)).toEqual({ isOff: true, mirror: null });
		await switchMirror(app, reader, false);
		await deleteMirror(app, reader);
		expect((await viewMirror(app, reader)).mirror).toMatchObject({ pairs: 0, seen: null });
		expect((await viewWhatIKnow(app, reader)).answers).toBe(26 * ITEMS);
	});
});
