import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { withPartner } from './assign-lesson.ts';

/** The lessons that a classroom can be given, each with the one that comes along. */
export async function viewAssignForm(app: App, actor: Actor, classroomId: string) {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const classroom = await findClassroom(app.store.read, classroomId);
	if (!classroom) throw new NotFound();
	const slugs = app.course.units.flatMap((unit) => unit.lessons).filter((slug) => app.course.lessons.has(slug));
	return {
		classroom: { id: classroom.id, name: classroom.name, timeZone: classroom.timeZone },
		lessons: slugs.map((slug) => {
			const edition = app.editions.current(slug);
			return {
				slug,
				title: edition.title,
				summary: edition.summary,
				minutes: edition.minutes,
				exercises: exercisesOf(app, slug),
				partner: partnerOf(app, slug),
			};
		}),
		asksTeacherCode: app.teacherCode !== null,
	};
}

function partnerOf(app: App, slug: string) {
	const [, partner] = withPartner(app, slug);
	if (partner === undefined) return null;
	return { slug: partner, title: lessonTitle(app, partner), exercises: exercisesOf(app, partner) };
}

/** What a teacher chooses from when only a part is given. */
const exercisesOf = (app: App, slug: string) =>
	app.editions.current(slug).exercises.map(({ id, kind, points, prompt }) => {
		return { id, points, prompt, label: app.kinds.get(kind)?.label ?? kind };
	});
