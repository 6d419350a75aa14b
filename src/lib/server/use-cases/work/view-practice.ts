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
	/** The other half of a pair: the two are read together or not at all. */
	partner: LessonLink | null;
	/** Where the course goes on. */
	next: LessonLink | null;
};
type LessonLink = { slug: string; title: string };

/** A lesson to practise on one's own: open work goes on where it was, finished work on an older edition is left behind. */
export async function viewPractice(app: App, actor: Actor, lesson: string): Promise<Practice> {
	authorize('start practice', actor);
	const current = app.editions.current(lesson);
	const attempt = await findOpenWork(app, actor, lesson, current.id);
	const edition = attempt ? await app.editions.byId(attempt.editionId) : current;

	const closed = await practiceClosed(app, lesson);
	const work = await showWork(app, edition, attempt, (_, answer) => !closed && answer?.checkedAt != null);
	return { ...work, practiceClosed: closed, ...aroundIt(app, lesson) };
}

function aroundIt(app: App, lesson: string): Pick<Practice, 'partner' | 'next'> {
	const link = (slug: string | undefined) => (slug === undefined ? null : { slug, title: lessonTitle(app, slug) });
	const [, partner] = withPartner(app, lesson);
	const course = app.course.units.flatMap((unit) => unit.lessons).filter((slug) => app.course.lessons.has(slug));
	return { partner: link(partner), next: link(course[course.indexOf(lesson) + 1]) };
}

async function findOpenWork(
	app: App,
	actor: Actor,
	lesson: string,
	currentId: string,
): Promise<AttemptRow | undefined> {
	if (actor.kind === 'nobody') return undefined;
	const attempt = await findPracticeAttempt(app.store.read, actor.personId, lesson);
	if (!attempt || attempt.editionId === currentId) return attempt;
	const finished = isFinished(
		await app.editions.byId(attempt.editionId),
		await findAnswers(app.store.read, attempt.id),
	);
	return finished ? undefined : attempt;
}
