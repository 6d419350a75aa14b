import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import { usualRules } from '../../../domain/grading/assignment-rules.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { deleteAssignment, updateAssignment } from '../../repositories/assignments.ts';
import { deleteEmptySequences } from '../../repositories/sequences.ts';
import { deleteReminders } from '../../repositories/notices.ts';
import { relationTo, relationToAssignment } from '../classrooms/relation-to.ts';
import { judgeAgain } from '../work/settle-attempts.ts';
import { giveLessons, readPart } from './give-lessons.ts';
import { readRules, rulesOf, type TypedRules } from './read-rules.ts';

/** What is left out takes the usual rules (`usualRules`), or, in a change, stays as it is. */
export type AssignmentForm = {
	lesson: string;
	/** Ids of the exercises that were kept, for each lesson of which only a part is given. */
	parts?: Readonly<Record<string, readonly string[]>>;
} & Partial<TypedRules>;

/** Gives a lesson or a part of it, and the other half of its pair, to a classroom, tied to the edition of today. */
export async function assignLesson(
	app: App,
	actor: Actor,
	classroomId: string,
	form: AssignmentForm,
): Promise<string[]> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const rules = readRules(usualRules, form, app.now());
	if (!app.course.lessons.has(form.lesson)) throw new Invalid('Please choose a lesson.', 'lesson');

	const given = withPartner(app, form.lesson).map((lesson) => ({
		lesson,
		exercises: readPart(app, lesson, form.parts?.[lesson]),
		rules,
	}));
	return app.store.write((transaction) => giveLessons(app, transaction, classroomId, given));
}

/** Changes dates and rules of an assignment; work that is in is judged by them again, late or not and which attempt counts. */
export async function changeAssignment(
	app: App,
	actor: Actor,
	assignmentId: string,
	form: Partial<TypedRules>,
): Promise<void> {
	const present = await authorizeFor(app, actor, assignmentId);
	const rules = readRules(rulesOf(present), form, null);
	await app.store.write(async (transaction) => {
		await updateAssignment(transaction, assignmentId, rules);
		await judgeAgain(app, transaction, assignmentId);
		if (rules.dueAt !== present.dueAt) await deleteReminders(transaction, assignmentId);
	});
}

/** Takes an assignment back, with all work done for it. */
export async function withdrawAssignment(app: App, actor: Actor, assignmentId: string, sure: boolean): Promise<void> {
	const { classroomId } = await authorizeFor(app, actor, assignmentId);
	if (!sure) throw new Invalid('Please tick the box if you mean it. Nothing was changed.', 'sure');
	await app.store.write(async (transaction) => {
		await deleteAssignment(transaction, assignmentId);
		await deleteEmptySequences(transaction, classroomId);
	});
}

/** The assignment, for somebody who may do this in its classroom; only a teacher may change it. */
export async function authorizeFor(
	app: App,
	actor: Actor,
	assignmentId: string,
	deed: 'run a classroom' | 'read a classroom as staff' | 'grade work' = 'run a classroom',
) {
	const relation = await relationToAssignment(app, actor, assignmentId);
	authorize(deed, actor, relation);
	if (!relation) throw new NotFound();
	return relation.assignment;
}

/** Lessons that belong together are given together: one side of a story is never read alone. */
export function withPartner(app: App, lesson: string): string[] {
	const pair = app.course.pairs.find((candidate) => candidate.includes(lesson));
	const partner = pair?.find((slug) => slug !== lesson);
	return partner !== undefined && app.course.lessons.has(partner) ? [lesson, partner] : [lesson];
}
