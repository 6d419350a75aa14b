import { Invalid } from '../../../domain/errors.ts';
import type { AssignmentRules } from '../../../domain/grading/assignment-rules.ts';
import { chosenPart, isGraded, partOf } from '../../../domain/lessons/part.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { insertAssignment } from '../../repositories/assignments.ts';
import { tellAssigned } from '../notices/tell.ts';

export type GivenLesson = {
	lesson: string;
	/** Ids of the exercises that are asked; null for all of them. */
	exercises: string[] | null;
	rules: AssignmentRules;
};

/** Gives lessons to a classroom, tied to the editions of today, in this order. The caller has asked whether it may. */
export async function giveLessons(
	app: App,
	transaction: Connection,
	classroomId: string,
	given: readonly GivenLesson[],
	sequence: { id: string; isStepwise: boolean } | null = null,
): Promise<string[]> {
	const now = app.now();
	const ids: string[] = [];
	for (const { lesson, exercises, rules } of given) {
		const edition = app.editions.current(lesson);
		await app.editions.keep(transaction, edition, now);
		const id = app.newId();
		await insertAssignment(transaction, {
			id,
			classroomId,
			lesson,
			editionId: edition.id,
			exercises: exercises && JSON.stringify(exercises),
			...rules,
			sequenceId: sequence?.id ?? null,
			sequencePlace: sequence ? ids.length + 1 : null,
			// Wherever assignments stand in order, these stand in theirs: the other half of a pair after the one that was chosen.
			createdAt: now + ids.length,
		});
		// Of steps that open one after another only the first can be begun.
		if (!sequence?.isStepwise || ids.length === 0) await tellAssigned(app, transaction, { id, classroomId });
		ids.push(id);
	}
	return ids;
}

/** The part of a lesson that was ticked, or null for the whole. Throws Invalid where nothing of it would count. */
export function readPart(app: App, lesson: string, ticked: readonly string[] | undefined): string[] | null {
	if (ticked === undefined) return null;
	const edition = app.editions.current(lesson);
	const part = chosenPart(edition, ticked);
	if (isGraded(partOf(edition, part))) return part;
	throw new Invalid(`Please keep at least one exercise of “${edition.title}” that gives points.`, 'parts');
}
