import { creditOf } from '../../../domain/documents/credit.ts';
import { levelsInWords, readLevels } from '../../../domain/grading/rubric.ts';
import { countingScore } from '../../../domain/grading/rulings.ts';
import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import type { App } from '../../app.ts';
import { findAnswers, type AnswerRow } from '../../repositories/answers.ts';
import type { AttemptRow } from '../../repositories/attempts.ts';
import { findGrades, findScores, type GradeRow, type ScoreRow } from '../../repositories/scores.ts';
import type { LessonWork, ShownExercise, ShownLibrary, ShownWork } from '../../../exercises/shown.ts';
import { kindOf, scorerOf, storedAnswer } from './parse-answer.ts';

/** Says, for one exercise, whether its key may be shown to whoever looks. */
export type MayShow = (exerciseId: string, answer: AnswerRow | undefined) => boolean;

/** The page of one edition with the work of one attempt in it (or of none). */
export async function showWork(
	app: App,
	edition: Edition,
	attempt: AttemptRow | undefined,
	mayShow: MayShow,
): Promise<LessonWork> {
	const answers = attempt ? await findAnswers(app.store.read, attempt.id) : [];
	const scores = attempt ? await findScores(app.store.read, attempt.id) : [];
	const grades = attempt?.assignmentId ? await findGrades(app.store.read, attempt.id) : [];

	return {
		lesson: {
			slug: edition.lesson,
			title: edition.title,
			summary: edition.summary,
			minutes: edition.minutes,
			objectives: edition.objectives,
		},
		contentNotes: contentNotesOf(app, edition),
		editionId: edition.id,
		attemptId: attempt?.id ?? null,
		exercises: edition.exercises.map((exercise) => {
			const latest = answers.findLast((row) => row.exerciseId === exercise.id);
			const shows = mayShow(exercise.id, latest);
			return {
				exercise: showExercise(app, edition, exercise),
				work: showAnswer(app, edition, exercise, latest, shows, scores, grades),
			};
		}),
		library: libraryFor(app, edition.exercises),
	};
}

export function showExercise(app: App, edition: Edition, exercise: EditionExercise): ShownExercise {
	const kind = kindOf(app, exercise);
	return {
		id: exercise.id,
		kind: exercise.kind,
		label: kind.label,
		points: exercise.points,
		prompt: exercise.prompt,
		quotes: (exercise.quotes ?? []).map(({ text, document }) => ({
			text,
			document,
			credit: creditOf(edition.documents[document] ?? app.course.documents.get(document)),
		})),
		task: exercise.task,
		documents: kind.showDocuments(exercise.task, edition.documents),
	};
}

function showAnswer(
	app: App,
	edition: Edition,
	exercise: EditionExercise,
	latest: AnswerRow | undefined,
	shows: boolean,
	scores: ScoreRow[],
	grades: GradeRow[],
): ShownWork {
	const answer = storedAnswer(app, exercise, latest);
	const own = scores.filter((row) => row.exerciseId === exercise.id && row.tryNumber === (latest?.tryNumber ?? 1));
	const score = countingScore(own);
	const grade = grades.findLast((row) => row.exerciseId === exercise.id);
	return {
		answer,
		revision: latest?.revision ?? 0,
		tryNumber: latest?.tryNumber ?? 1,
		closed: latest?.checkedAt != null,
		review: shows ? reviewAnswer(app, edition, exercise, answer) : null,
		score: shows && score ? { earned: score.earned, possible: score.possible, needsTeacher: score.needsTeacher } : null,
		grade: shows && grade ? showGrade(app, exercise, grade) : null,
		rescored:
			shows && own.length > 1
				? own.map((row) => ({ earned: row.earned, at: row.createdAt, counts: row === score }))
				: [],
	};
}

function showGrade(app: App, exercise: EditionExercise, { points, comment, levels }: GradeRow): ShownWork['grade'] {
	const rubric = scorerOf(app, exercise).rubricOf?.(exercise.key) ?? [];
	const chosen = readLevels(levels);
	return { points, comment, ...(chosen && { levels: levelsInWords(rubric, chosen) }) };
}

/** Everything about one answer that the scorer can explain. Only for who may see the key. */
export function reviewAnswer(app: App, edition: Edition, exercise: EditionExercise, answer: unknown): unknown {
	const scorer = scorerOf(app, exercise);
	const { task, key, points } = exercise;
	const input = { task, key, points, documents: edition.documents, answer };
	return scorer.review(input, scorer.score(input));
}

function contentNotesOf(app: App, edition: Edition) {
	return Object.values(edition.documents)
		.filter((document) => app.course.documents.get(document.name)?.withdrawn !== true)
		.filter((document) =>
			edition.exercises.some((exercise) => kindOf(app, exercise).documentsOf(exercise.task).includes(document.name)),
		)
		.map(({ name, about }) => ({ document: name, title: about.title ?? about.label ?? name, note: about.contentNote }));
}

/** Only the sources that an exercise offers: the library's own pages hold the rest. */
function libraryFor(app: App, exercises: EditionExercise[]): ShownLibrary {
	const offered = new Set(exercises.flatMap((exercise) => kindOf(app, exercise).sourcesOf(exercise.task)));
	return Object.fromEntries(
		[...offered].flatMap((slug) => {
			const source = app.course.library.get(slug);
			if (!source) return [];
			const passages = source.passages.map(({ id, label }) => ({ id, label }));
			return [[slug, { title: source.title, passages }]];
		}),
	);
}
