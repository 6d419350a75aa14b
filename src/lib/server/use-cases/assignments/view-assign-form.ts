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
				partner:
					withPartner(app, slug)
						.slice(1)
						.map((partner) => lessonTitle(app, partner))[0] ?? null,
			};
		}),
		asksTeacherCode: app.teacherCode !== null,
	};
}
