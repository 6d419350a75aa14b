import { keepsPracticeClosed } from '../../../domain/grading/feedback-rule.ts';
import type { App } from '../../app.ts';
import { findAssignmentsClosingPractice } from '../../repositories/assignments.ts';

/** Whether a teacher on this server has closed the lesson to practice until feedback appears. */
export async function practiceClosed(app: App, lesson: string): Promise<boolean> {
	const closing = await findAssignmentsClosingPractice(app.store.read, lesson);
	const now = app.now();
	return closing.some((row) => keepsPracticeClosed({ ...row, workStillOut: row.workStillOut > 0 }, now));
}
