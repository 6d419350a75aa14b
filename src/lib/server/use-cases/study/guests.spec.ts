import { describe, expect, test } from 'vitest';
import { guestOf, playAll, playOne, signInAs, studyApp } from '../../../../../tests/study/playing.ts';
import { ITEMS } from '../../../domain/study/plan.ts';
import { DAY, NOBODY } from '../../../../../tests/support/test-app.ts';
import { findStudyAnswers, findStudySessions } from '../../repositories/study.ts';
import { downloadOwnData } from '../people/download-own-data.ts';
import { deleteOwnData } from '../people/leave.ts';
import { register } from '../people/register.ts';
import { startSession } from './start-session.ts';
import { switchMirror, viewMirror } from './view-mirror.ts';
import { viewSession } from './view-session.ts';
import { viewWhatIKnow } from './view-what-i-know.ts';

describe('a guest', () => {
	test('who registers keeps the studying, and who signs in may take it along, with cards from both histories', async () => {
		const app = studyApp();
		const account = { userName: 'mira', displayName: 'Mira', password: 'paper and ink', address: '192.0.2.1' };
		await register(app, NOBODY, account);
		const mira = await signInAs(app, NOBODY, account, false);
		const own = await playAll(app, mira, 'right');
		app.clock.now += 3 * DAY;

		const guest = await guestOf(app);
		const theirs = (await startSession(app, guest)).id;
		while (!(await viewSession(app, guest, { id: theirs, kind: 'session' })).finished)
			await playOne(app, guest, { id: theirs, kind: 'session' }, 'right');
		await switchMirror(app, guest, true);
		const both = await signInAs(app, guest, account, true);

		const sessions = await findStudySessions(app.store.read, both.personId);
		expect(sessions.map(({ id }) => id)).toEqual([own.id, theirs]);
		const answers = await findStudyAnswers(app.store.read, both.personId);
		expect(answers).toHaveLength(2 * ITEMS);
		const names = answers.filter(({ isFirst }) => isFirst).map(({ sentence }) => sentence);
		expect(new Set(names).size).toBe(names.length);
		const techniques = (await viewWhatIKnow(app, both)).techniques.filter(({ memory }) => memory !== null);
		// Both began with the same two techniques, so each was reviewed twice.
		expect(techniques.map(({ memory }) => memory?.reviews)).toEqual([2, 2]);
		expect(await viewMirror(app, both)).toMatchObject({ isOff: true });
	});

	test('has it all in the download, without a side, and none of it is left after deleting', async () => {
		const app = studyApp();
		const reader = await guestOf(app);
		const data = await downloadOwnData(app, reader);
		expect(data.studying.sessions[0]?.answers).toHaveLength(1);
		expect(JSON.stringify(data)).not.toMatch(/"side"|"pair"|onlyOne/);
		await deleteOwnData(app, reader, { password: '', sure: true, address: '192.0.2.1' });
		expect(await findStudyAnswers(app.store.read, reader.personId)).toEqual([]);
		expect(await findStudySessions(app.store.read, reader.personId)).toEqual([]);
	});
});
