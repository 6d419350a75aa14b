import type { Edition } from '../../../domain/lessons/edition.ts';
import { explanationOf } from '../../../domain/marking/explanations.ts';
import { isSameMark } from '../../../domain/marking/same-mark.ts';
import type { ExtraMark } from '../../../exercises/contract.ts';
import type { Explained, ExtraToExplain, LessonWork, ShownExplanation } from '../../../exercises/shown.ts';
import type { App } from '../../app.ts';
import { findAnswersOfAssignment, findExplanations } from '../../repositories/explanations.ts';
import { storedAnswer } from '../work/parse-answer.ts';
import { extraMarksOf, markedExercises, mayHaveEqual } from './extra-marks.ts';

type Work = Pick<LessonWork, 'exercises'>;
type Extras = { exerciseId: string; marks: ExtraMark[] }[];

/**
 * The explanations that reach the marks of one piece of work: those alone, because a place that was explained tells what
 * is not in the key. Only for who may have feedback on it.
 */
export async function explainedIn(app: App, classroomId: string, edition: Edition, work: Work): Promise<Explained> {
	return { explanations: await reaching(app, classroomId, edition, extrasIn(app, edition, work)), extras: null };
}

/** The same for staff: and what could be explained, with how many students of the assignment made each mark. */
export async function explainedForStaff(
	app: App,
	assignment: { id: string; classroomId: string },
	edition: Edition,
	work: Work,
): Promise<Explained> {
	const extras = extrasIn(app, edition, work);
	return {
		explanations: await reaching(app, assignment.classroomId, edition, extras),
		extras: await countMakers(app, assignment.id, edition, extras),
	};
}

function extrasIn(app: App, edition: Edition, work: Work): Extras {
	return markedExercises(app, edition).flatMap(({ exercise }) => {
		const done = work.exercises.find((item) => item.exercise.id === exercise.id)?.work;
		if (!done) return [];
		const marks = extraMarksOf(app, edition, exercise, done.answer);
		return marks.length === 0 ? [] : [{ exerciseId: exercise.id, marks }];
	});
}

async function reaching(app: App, classroomId: string, edition: Edition, extras: Extras): Promise<ShownExplanation[]> {
	const marks = extras.flatMap((each) => each.marks);
	const documents = [...new Set(marks.map(({ document }) => document))];
	if (documents.length === 0) return [];
	const rows = (await findExplanations(app.store.read, classroomId, documents)).map(({ explanation, by }) => {
		return { ...explanation, by: by ?? 'a former teacher' };
	});
	return marks.flatMap((mark) => {
		const ofDocument = rows.filter(({ document }) => document === mark.document);
		const found = explanationOf(mark, ofDocument, edition.documents[mark.document]?.text ?? '');
		if (!found) return [];
		const { id, words, by, createdAt, changedAt } = found;
		return [{ id, mark, words, by, at: createdAt, changedAt }];
	});
}

async function countMakers(
	app: App,
	assignmentId: string,
	edition: Edition,
	extras: Extras,
): Promise<ExtraToExplain[]> {
	const counted: ExtraToExplain[] = [];
	for (const { exerciseId, marks } of extras) {
		const exercise = edition.exercises.find(({ id }) => id === exerciseId);
		const makers = marks.map(() => new Set<string>());
		for (const row of exercise ? await findAnswersOfAssignment(app.store.read, assignmentId, exerciseId) : []) {
			// Another edition may ask for another text under the same name.
			if (!exercise || row.editionId !== edition.id) continue;
			const answer = storedAnswer(app, exercise, row);
			if (!mayHaveEqual(answer, marks)) continue;
			const theirs = extraMarksOf(app, edition, exercise, answer);
			marks.forEach((mark, index) => {
				if (theirs.some((other) => isSameMark(other, mark))) makers[index]?.add(row.personId);
			});
		}
		counted.push(...marks.map((mark, index) => ({ mark, made: makers[index]?.size ?? 0 })));
	}
	return counted;
}
