import type { Actor } from '../../../domain/access/actor.ts';
import type { EditionExercise } from '../../../domain/lessons/edition.ts';
import { readMarks, type GivenMarks } from '../../../domain/measures/class-marks.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findExplanations } from '../../repositories/explanations.ts';
import { findHandedInAnswers, findNamesOfHandedIn } from '../../repositories/insight.ts';
import { authorizeFor } from '../assignments/assign-lesson.ts';
import { assignedRuledEdition } from '../assignments/assigned-edition.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { storedAnswer } from '../work/parse-answer.ts';
import { analyseExercises, readResults } from './exercise-items.ts';
import { markedText, taskOf } from './marked-text.ts';
import { insightByStudent, textInsight, type Answered, type Explaining } from './text-insight.ts';

/** With fewer pieces of work, counts before a class would point at a person. */
export const FEWEST_TO_SHOW = 5;
const MARKING = 'mark-spans';

export type InsightWish = {
	/** Which text and which category; the first where it is none of this assignment. */
	exercise: string | null;
	category: string | null;
	/** False before a class: then no name of a student is even read. */
	withNames: boolean;
};

/** What a class made of an assignment: where it marked, what it missed and imagined, and which items tell little. */
export async function viewInsight(app: App, actor: Actor, assignmentId: string, wish: InsightWish) {
	const assignment = await authorizeFor(app, actor, assignmentId, 'read a classroom as staff');
	const edition = await assignedRuledEdition(app, app.store.read, assignment);
	const classroom = await findClassroom(app.store.read, assignment.classroomId);
	const texts = edition.exercises.filter(({ kind }) => kind === MARKING);
	const chosen = texts.find(({ id }) => id === wish.exercise) ?? texts[0];

	const answers = chosen ? await readAnswers(app, assignmentId, chosen) : [];
	const work = await readResults(app, assignmentId, edition);
	const handedIn = work.length;
	const mayShow = wish.withNames || handedIn >= FEWEST_TO_SHOW;
	const names = wish.withNames ? await findNamesOfHandedIn(app.store.read, assignmentId) : null;
	const explanations = chosen ? await readExplanations(app, assignment.classroomId, taskOf(chosen).document) : [];
	const text = chosen && mayShow ? textInsight(edition, chosen, answers, wish.category, explanations) : null;

	return {
		id: assignment.id,
		title: lessonTitle(app, assignment.lesson),
		classroom: { id: assignment.classroomId, name: classroom?.name ?? '' },
		handedIn,
		/** Work may be handed in more than once; only what came first is counted here. */
		mayRetry: assignment.attemptsAllowed !== 1,
		tooFewToShow: !mayShow,
		texts: texts.map(({ id, prompt, points }) => ({ id, prompt, points })),
		text: text && { ...text, students: names && chosen ? insightByStudent(chosen, answers, names) : null },
		exercises: mayShow ? analyseExercises(app, edition.exercises, work) : [],
	};
}

async function readAnswers(app: App, assignmentId: string, exercise: EditionExercise): Promise<Answered[]> {
	const key = markedText(exercise);
	const rows = await findHandedInAnswers(app.store.read, assignmentId, exercise.id);
	return rows.map((row) => ({
		attemptId: row.attemptId,
		read: readMarks(key, storedAnswer(app, exercise, row) as GivenMarks),
	}));
}

async function readExplanations(app: App, classroomId: string, document: string): Promise<Explaining[]> {
	const rows = await findExplanations(app.store.read, classroomId, [document]);
	return rows.map(({ explanation, by }) => ({ ...explanation, by: by ?? 'a former teacher' }));
}
