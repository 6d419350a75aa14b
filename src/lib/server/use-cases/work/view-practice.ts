import type { Actor } from '../../../domain/access/actor.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAnswers } from '../../repositories/answers.ts';
import { findPracticeAttempt, type AttemptRow } from '../../repositories/attempts.ts';
import { isFinished } from './is-finished.ts';
import type { LessonWork } from '../../../exercises/shown.ts';
import { withPartner } from '../assignments/assign-lesson.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { practiceClosed } from './practice-closed.ts';
import { showWork } from './show-work.ts';

export type Practice = LessonWork & {
	practiceClosed: boolean;
	/** This work is finished, and the lesson has changed since: the newest edition can be begun. */
	hasNewer: boolean;
	/** The other half of a pair: the two are read together or not at all. */
	partner: LessonLink | null;
	/** Where the course goes on. */
	next: LessonLink | null;
};
type LessonLink = { slug: string; title: string };

/**
 * A lesson to practise on one's own: work goes on where it was, on the edition that it was begun on. Once it is finished
 * there, `newest` shows the lesson as it is now; the first save begins new work on that.
 */
export async function viewPractice(
	app: App,
	actor: Actor,
	lesson: string,
	wish: 'own work' | 'newest' = 'own work',
): Promise<Practice> {
	authorize('start practice', actor);
	const current = app.editions.current(lesson);
	const own = actor.kind === 'nobody' ? undefined : await findPracticeAttempt(app.store.read, actor.personId, lesson);
	const finishedOnOlder = own !== undefined && own.editionId !== current.id && (await isDone(app, own));
	const attempt = finishedOnOlder && wish === 'newest' ? undefined : own;
	const edition = attempt ? await app.editions.byId(attempt.editionId) : current;

	const closed = await practiceClosed(app, lesson);
	const work = await showWork(app, edition, attempt, (_, answer) => !closed && answer?.checkedAt != null);
	const hasNewer = finishedOnOlder && attempt !== undefined;
	return { ...work, practiceClosed: closed, hasNewer, ...aroundIt(app, lesson) };
}

function aroundIt(app: App, lesson: string): Pick<Practice, 'partner' | 'next'> {
	const link = (slug: string | undefined) => (slug === undefined ? null : { slug, title: lessonTitle(app, slug) });
	const [, partner] = withPartner(app, lesson);
	const course = app.course.units.flatMap((unit) => unit.lessons).filter((slug) => app.course.lessons.has(slug));
	return { partner: link(partner), next: link(course[course.indexOf(lesson) + 1]) };
}

async function isDone(app: App, { id, editionId }: AttemptRow): Promise<boolean> {
	return isFinished(await app.editions.byId(editionId), await findAnswers(app.store.read, id));
}
