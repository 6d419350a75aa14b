import { Conflict, Invalid } from '../../../domain/errors.ts';
import type { Decision, Meanwhile, StartedFrom } from '../../../domain/grading/deciding.ts';
import { parsePoints, pointsInWords } from '../../../domain/grading/points.ts';
import {
	fitLevels,
	pointsOfLevels,
	readLevels,
	type ChosenLevels,
	type Rubric,
} from '../../../domain/grading/rubric.ts';
import type { EditionExercise } from '../../../domain/lessons/edition.ts';
import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { findDraft } from '../../repositories/grading.ts';
import { findGradeHistory } from '../../repositories/scores.ts';
import { scorerOf } from '../work/parse-answer.ts';

const MAX_COMMENT = 4_000;

/** As somebody typed it: points may be empty, and a level for each criterion of the rubric, from 0, may be missing. */
export type TypedDecision = { exerciseId: string; points: string; comment: string; levels?: ChosenLevels };

export const rubricOf = (app: App, exercise: EditionExercise): Rubric =>
	scorerOf(app, exercise).rubricOf?.(exercise.key) ?? [];

/** Points that were typed count; else those of the levels, once each criterion has one. */
export function readDecision(app: App, exercise: EditionExercise, typed: TypedDecision): Decision {
	const rubric = rubricOf(app, exercise);
	const possible = exercise.points * 100;
	const levels = fitLevels(rubric, typed.levels ?? []);
	const given = readPoints(typed.points, possible, `points-${exercise.id}`);
	return {
		points: given ?? (levels && pointsOfLevels(rubric, levels, possible)),
		comment: readComment(typed.comment, `comment-${exercise.id}`),
		levels,
	};
}

/** Some levels are chosen and others not, and no points say what they come to. */
export const isHalfDone = ({ points, levels }: Pick<Decision, 'points' | 'levels'>): boolean =>
	points === null && levels !== null;

export const HALF_DONE = 'Choose a level for each criterion, or type the points.';

export function readComment(typed: string, field: string): string {
	const comment = typed.trim();
	if (comment.length <= MAX_COMMENT) return comment;
	throw new Invalid(`A comment has at most ${MAX_COMMENT.toLocaleString('en')} characters.`, field);
}

function readPoints(typed: string, possible: number, field: string): number | null {
	if (typed.trim() === '') return null;
	const points = parsePoints(typed);
	if (points === null) throw new Invalid('Points are a number such as 7 or 7.5.', field);
	if (points > possible) throw new Invalid(`This exercise has at most ${pointsInWords(possible)} points.`, field);
	return points;
}

/**
 * Refuses what began from a state that is no longer there: somebody else saved meanwhile. Nothing is overwritten, and what
 * is there now goes along, so that whoever comes second can choose. A draft of one's own is no reason: it may have arrived
 * without its answer.
 *
 * @param by the person who decides now
 * @returns the revision that a draft saved now has
 */
export async function refuseIfDecidedMeanwhile(
	transaction: Connection,
	{ attemptId, exerciseId, by: actorId }: { attemptId: string; exerciseId: string; by: string | null },
	from: StartedFrom | undefined,
): Promise<number> {
	const newest = (await findGradeHistory(transaction, attemptId)).find(({ grade }) => grade.exerciseId === exerciseId);
	const draft = await findDraft(transaction, attemptId, exerciseId);
	const revision = draft?.draft.revision ?? 0;
	if (!from) return revision + 1;

	const now = { exerciseId, gradeId: newest?.grade.id ?? '', draftRevision: revision };
	if (newest && newest.grade.id !== from.gradeId) {
		const { points, comment, levels, createdAt: at } = newest.grade;
		const by = newest.by ?? 'a former teacher';
		const meanwhile: Meanwhile = { ...now, is: 'grade', by, at, points, comment, levels: readLevels(levels) };
		throw new Conflict(`${by} graded this meanwhile. Nothing that you typed is lost: choose below.`, meanwhile);
	}
	const isOwn = draft !== undefined && draft.draft.savedBy !== null && draft.draft.savedBy === actorId;
	if (draft && !isOwn && revision !== from.draftRevision) {
		const { points, comment, levels, savedAt: at } = draft.draft;
		const by = draft.by ?? 'a former teacher';
		const meanwhile: Meanwhile = { ...now, is: 'draft', by, at, points, comment, levels: readLevels(levels) };
		throw new Conflict(`${by} wrote a draft here meanwhile. Nothing that you typed is lost: choose below.`, meanwhile);
	}
	return Math.max(revision, from.draftRevision) + 1;
}
