import type { App } from '../../app.ts';
import type { Connection } from '../../database/store.ts';
import { findAnswer } from '../../repositories/answers.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';
import type { AttemptRow } from '../../repositories/attempts.ts';
import { countToGrade } from '../../repositories/grading.ts';
import { nameRulingsOf } from '../../repositories/moving.ts';
import { findScores, insertScore } from '../../repositories/scores.ts';
import { assignedRuledEdition } from '../assignments/assigned-edition.ts';
import { storedAnswer } from '../work/parse-answer.ts';
import { scoreAnswer } from '../work/score-answer.ts';

/**
 * Handed-in work that came from another classroom is scored by the key of this one as well; the better score counts, both
 * are kept. Later rulings of this classroom then find it as they find everybody's.
 */
export async function scoreByRulingsOf(
	app: App,
	transaction: Connection,
	assignment: AssignmentRow,
	attempts: readonly AttemptRow[],
	formerClassroomId: string,
): Promise<void> {
	const handedIn = attempts.filter(({ handedInAt }) => handedInAt !== null).map(({ id }) => id);
	await nameRulingsOf(transaction, handedIn, formerClassroomId);
	const edition = await assignedRuledEdition(app, transaction, assignment);
	for (const attemptId of handedIn) {
		const scores = await findScores(transaction, attemptId);
		for (const exercise of edition.exercises) {
			const earlier = scores.filter(({ exerciseId }) => exerciseId === exercise.id);
			const version = exercise.keyVersion ?? edition.id;
			if (earlier.length === 0 || earlier.some(({ keyVersion }) => keyVersion === version)) continue;
			const place = { attemptId, exerciseId: exercise.id, tryNumber: 1 };
			const answer = storedAnswer(app, exercise, await findAnswer(transaction, place));
			const row = scoreAnswer(app, edition, exercise, { ...place, answer }, app.now());
			row.createdAt = Math.max(row.createdAt, (earlier.at(-1)?.createdAt ?? 0) + 1);
			await insertScore(transaction, row);
		}
		await countToGrade(transaction, attemptId);
	}
}
