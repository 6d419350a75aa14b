import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { totalInSentences } from '../../../domain/grading/gradebook-in-words.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { gatherResults, type Reader } from './gather-results.ts';

export type StudentReport = Awaited<ReturnType<typeof reportOn>>;

/** One student's results, for the teacher to read, print or hand on. */
export async function viewReport(app: App, actor: Actor, classroomId: string, personId: string) {
	authorize('read a classroom as staff', actor, await relationTo(app, actor, classroomId));
	return reportOn(app, classroomId, personId, 'teacher');
}

/** The same for the student, counting only what the student may know. */
export async function viewOwnResults(app: App, actor: Actor, classroomId: string) {
	authorize('see own results', actor, await relationTo(app, actor, classroomId));
	return reportOn(app, classroomId, actor.kind === 'nobody' ? '' : actor.personId, 'student');
}

async function reportOn(app: App, classroomId: string, personId: string, reader: Reader) {
	const { classroom, works, categories, students } = await gatherResults(app, classroomId, reader, personId);
	const [student] = students;
	if (!student) throw new NotFound();
	const nameOf = new Map(categories.map(({ id, name }) => [id, name]));
	const titleOf = new Map(works.map(({ assignmentId, title }) => [assignmentId, title]));
	const parts = new Map(student.total.groups.flatMap((group) => group.parts).map((part) => [part.assignmentId, part]));
	return {
		classroom,
		student: { personId, name: student.name, userName: student.userName },
		madeAt: app.now(),
		total: student.total.share,
		sentences: totalInSentences(student.total, (id) => titleOf.get(id) ?? ''),
		hasCategories: categories.length > 1,
		works: works.map(({ assignmentId, title, possible, categoryId, weight }, index) => {
			const result = student.results[index];
			return {
				assignmentId,
				title,
				possible,
				weight,
				category: nameOf.get(categoryId) ?? '',
				standing: result?.standing ?? 'not due yet',
				earned: result?.earned ?? 0,
				late: result?.late ?? false,
				lateLoss: result?.lateLoss ?? null,
				dueAt: result?.dueAt ?? null,
				handedInAt: result?.handedInAt ?? null,
				share: parts.get(assignmentId)?.share ?? null,
				dropped: parts.get(assignmentId)?.dropped ?? false,
				/** Graded, and the student does not see it yet. */
				isHeldBack: result?.handedInAt != null && !result.isOut,
			};
		}),
	};
}
