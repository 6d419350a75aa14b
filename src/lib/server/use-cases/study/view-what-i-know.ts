import type { Actor } from '../../../domain/access/actor.ts';
import { whatIsKnown, type Known } from '../../../domain/study/know.ts';
import type { Technique } from '../../../domain/marking/categories.ts';
import type { Placed } from '../../../domain/study/placement.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { personOf } from './lay-out.ts';
import { lessonTries, type LessonWorked } from './lesson-tries.ts';
import { lastAnswerAt, placedIn, readStudy, settled } from './read-study.ts';

export type WhatIKnow = Known & {
	/** Sentences answered, first tries and again; sessions that ended. */
	answers: number;
	firstTries: number;
	sessions: number;
	placed: Placed | null;
	/** Techniques that are due now, and when the next one is; null where nothing was reviewed. */
	due: Technique[];
	nextDueAt: number | null;
	/** A session of the last day that can go on. */
	goingOn: { id: string; kind: 'placement' | 'session' } | null;
	lessons: LessonWorked[];
};

const DAY = 24 * 60 * 60 * 1000;

/** What a reader knows, from sentences and from practice of lessons together. Somebody who did nothing sees no numbers. */
export async function viewWhatIKnow(app: App, actor: Actor): Promise<WhatIKnow> {
	authorize('start practice', actor);
	const personId = personOf(actor);
	const study = await readStudy(app.store.read, personId);
	const { sessions, answers, cards } = settled(study);
	const lessons = personId === null ? { passages: [], lures: [], worked: [] } : await lessonTries(app, personId);
	const firsts = answers.filter(({ isFirst }) => isFirst);
	const now = app.now();
	const open = study.sessions.findLast((each) => each.finishedAt === null && now - lastAnswerAt(each) < DAY);
	const dates = [...cards].sort(([, a], [, b]) => a.dueAt - b.dueAt);
	return {
		...whatIsKnown(firsts, lessons, cards, now),
		answers: answers.length,
		firstTries: firsts.length,
		sessions: sessions.filter(({ kind }) => kind === 'session').length,
		placed: placedIn(sessions),
		due: dates.filter(([, { dueAt }]) => dueAt <= now).map(([technique]) => technique),
		nextDueAt: dates[0]?.[1].dueAt ?? null,
		goingOn: open ? { id: open.id, kind: open.kind } : null,
		lessons: lessons.worked,
	};
}
