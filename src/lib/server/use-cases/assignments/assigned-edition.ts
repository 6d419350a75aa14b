import { array, parse, string } from 'valibot';
import type { Edition } from '../../../domain/lessons/edition.ts';
import { partOf } from '../../../domain/lessons/part.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import { ruledEdition } from '../rulings/ruled-edition.ts';

type Asked = Pick<AssignmentRow, 'editionId' | 'exercises'>;

/** What an assignment asks: its edition without the exercises that it leaves out. All of assigned work begins here. */
export async function assignedEdition(app: App, assignment: Asked): Promise<Edition> {
	return partOf(await app.editions.byId(assignment.editionId), askedExercises(assignment));
}

/** The same with the key as the classroom has it. */
export async function assignedRuledEdition(
	app: App,
	connection: Connection,
	assignment: Asked & Pick<AssignmentRow, 'classroomId'>,
): Promise<Edition> {
	const edition = await ruledEdition(app, connection, assignment.classroomId, assignment.editionId);
	return partOf(edition, askedExercises(assignment));
}

/** Ids of the exercises that are asked; null for the whole lesson. */
export function askedExercises({ exercises }: Pick<AssignmentRow, 'exercises'>): string[] | null {
	return exercises === null ? null : parse(array(string()), JSON.parse(exercises));
}
