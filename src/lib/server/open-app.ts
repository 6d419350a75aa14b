import { randomUUID } from 'node:crypto';
import type { ExerciseKind, Scorer } from '../exercises/contract.ts';
import type { App } from './app.ts';
import { createCardDesk } from './auth/card-desk.ts';
import { createFailureLimits } from './auth/failure-limits.ts';
import { createSessions } from './auth/sessions.ts';
import { databaseFile } from './data-folder.ts';
import { openStore } from './database/store.ts';
import { createEditionShelf } from './lessons/edition-shelf.ts';
import { readCourse } from './lessons/lesson-catalog.ts';
import { regrade } from './use-cases/rulings/regrade.ts';
import { tellDueSoon } from './use-cases/notices/tell-due-soon.ts';
import { forgetTheLongGone } from './use-cases/people/leave.ts';

const DAY = 24 * 60 * 60 * 1000;
const REMIND_EVERY_MS = 10 * 60 * 1000;

type Parts = { kinds: ReadonlyMap<string, ExerciseKind>; scorers: ReadonlyMap<string, Scorer> };

/** Opens everything a running server needs, from DATA_DIR, LESSONS_DIR and TEACHER_CODE. Faulty lessons are named and left out. */
export async function openApp({ kinds, scorers }: Parts): Promise<App> {
	const course = readCourse(process.env.LESSONS_DIR ?? 'lessons', kinds, scorers);
	for (const { file, line, level, message } of course.findings) {
		if (level === 'error') console.error(`${file}:${line}: ${message}`);
	}
	for (const { slug } of course.refused) console.error(`The lesson ${slug} is left out until this is mended.`);

	const store = openStore(databaseFile());
	const app: App = {
		store,
		course,
		editions: createEditionShelf(store, course, kinds),
		kinds,
		scorers,
		sessions: createSessions(store),
		limits: createFailureLimits(),
		cards: createCardDesk(),
		teacherCode: process.env.TEACHER_CODE || null,
		now: Date.now,
		newId: randomUUID,
	};
	await forgetTheLongGone(app);
	setInterval(() => {
		// A full disk must not end the server; tomorrow is another day.
		forgetTheLongGone(app).catch((problem: unknown) => console.error('Old guests could not be forgotten:', problem));
	}, DAY).unref();
	const remind = () =>
		tellDueSoon(app).catch((problem: unknown) => console.error('Nobody could be told of due dates:', problem));
	setInterval(() => void remind(), REMIND_EVERY_MS).unref();
	return app;
}

/** A regrade that a stop cut short goes on beside the first requests; for the server alone, not for a command. */
export async function goOnAfterStop(app: App, signal: AbortSignal): Promise<void> {
	try {
		await regrade(app, signal);
	} catch (problem) {
		if (!signal.aborted) console.error('A regrade could not be finished; it goes on at the next start:', problem);
	}
}
