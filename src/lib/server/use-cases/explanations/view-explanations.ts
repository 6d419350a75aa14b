import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import { explanationOf } from '../../../domain/marking/explanations.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import {
	findEditionsOfClassroom,
	findExplanationsOfClassroom,
	type ExplanationRow,
} from '../../repositories/explanations.ts';
import { findHandedInAnswers } from '../../repositories/rulings.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { ruledEdition } from '../rulings/ruled-edition.ts';
import { storedAnswer } from '../work/parse-answer.ts';
import { versionOf } from './explain-mark.ts';
import { extraMarksOf, markedExercises, mayHaveEqual } from './extra-marks.ts';

/** Other requests have their turn after so many answers. */
const ANSWERS_IN_A_TURN = 50;

/** Everything that was explained in a classroom, the newest first, with how many marks each explanation reaches. */
export async function viewExplanations(app: App, actor: Actor, classroomId: string) {
	const classroom = await findClassroom(app.store.read, classroomId);
	const relation = classroom ? await relationTo(app, actor, classroomId) : null;
	authorize('read a classroom as staff', actor, relation);
	if (!classroom) throw new NotFound();
	const rows = await findExplanationsOfClassroom(app.store.read, classroomId);
	const reached = await countReached(
		app,
		classroomId,
		rows.map(({ explanation }) => explanation),
	);
	return {
		classroom: { id: classroom.id, name: classroom.name },
		mayChange: !(relation?.archived ?? true),
		explanations: rows.map(({ explanation, by }) => {
			const { id, document, category, quote, words, createdAt, changedAt } = explanation;
			const about = app.course.documents.get(document)?.about;
			return {
				id,
				document: about?.title ?? about?.label ?? document,
				language: about?.language ?? 'en',
				category,
				quote,
				words,
				by: by ?? 'a former teacher',
				at: createdAt,
				changedAt,
				version: versionOf(explanation),
				marks: reached.get(id)?.marks ?? 0,
				students: reached.get(id)?.people.size ?? 0,
			};
		}),
	};
}

type Reached = Map<string, { marks: number; people: Set<string> }>;

/** Handed-in marks of the classroom that each explanation is shown at, and of how many students they are. */
async function countReached(app: App, classroomId: string, explanations: ExplanationRow[]): Promise<Reached> {
	const reached: Reached = new Map(explanations.map(({ id }) => [id, { marks: 0, people: new Set() }]));
	if (explanations.length === 0) return reached;
	let read = 0;
	for (const editionId of await findEditionsOfClassroom(app.store.read, classroomId)) {
		const edition = await ruledEdition(app, app.store.read, classroomId, editionId);
		for (const { exercise, documents } of markedExercises(app, edition)) {
			const ofDocument = explanations.filter(({ document }) => documents.includes(document));
			if (ofDocument.length === 0) continue;
			const place = { classroomId, editionId, exerciseId: exercise.id };
			for (const row of await findHandedInAnswers(app.store.read, place)) {
				read += 1;
				if (read % ANSWERS_IN_A_TURN === 0) await nextTurn();
				const answer = storedAnswer(app, exercise, row);
				if (!mayHaveEqual(answer, ofDocument)) continue;
				for (const mark of extraMarksOf(app, edition, exercise, answer)) {
					const found = explanationOf(mark, ofDocument, edition.documents[mark.document]?.text ?? '');
					const count = found && reached.get(found.id);
					if (!count) continue;
					count.marks += 1;
					count.people.add(row.personId);
				}
			}
		}
	}
	return reached;
}
