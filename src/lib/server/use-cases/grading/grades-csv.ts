import type { Actor } from '../../../domain/access/actor.ts';
import { csv } from '../../../domain/grading/csv.ts';
import { pointsInWords } from '../../../domain/grading/points.ts';
import { resultInWords, type LessonResult } from '../../../domain/grading/result.ts';
import type { App } from '../../app.ts';
import { findAssignment } from '../../repositories/assignments.ts';
import { assignedEdition } from '../assignments/assigned-edition.ts';
import { progressOf, viewAssignment } from '../assignments/view-assignment.ts';
import { studentsShown } from './find-submission.ts';

/**
 * The grades of one assignment as CSV, with a file name. Nothing of a student is formula to a spreadsheet. While names are
 * hidden, handed-in work stands under its number, in the order of the numbers.
 */
export async function gradesCsv(app: App, actor: Actor, assignmentId: string): Promise<{ name: string; text: string }> {
	const assignment = await viewAssignment(app, actor, assignmentId);
	const exercises = assignment.exercises.map((exercise) => `${exercise.id} (of ${exercise.points})`);
	const header = [
		'Name',
		'User name',
		'State',
		'Handed in (UTC)',
		'Late',
		...exercises,
		'Points',
		'Of',
		'Waiting',
		'Comment',
	];
	const students = assignment.namesHidden ? await withoutNames(app, assignmentId) : assignment.students;
	const rows = students.map((student) => [
		student.name,
		student.userName,
		student.progress,
		student.handedInAt === null ? '' : new Date(student.handedInAt).toISOString(),
		lateInWords(student),
		...assignment.exercises.map(({ id }) => points(student.results?.[id])),
		student.result ? pointsInWords(student.result.earned) : '',
		student.result ? String(student.result.possible / 100) : '',
		student.result ? String(student.result.waiting / 100) : '',
		student.comment ?? '',
	]);
	const day = new Date(app.now()).toISOString().slice(0, 10);
	return { name: `${assignment.lesson}-${day}.csv`, text: csv([header, ...rows]) };
}

async function withoutNames(app: App, assignmentId: string) {
	const assignment = await findAssignment(app.store.read, assignmentId);
	if (!assignment) return [];
	const shown = await studentsShown(app, assignment);
	const students = (await progressOf(app, assignment, await assignedEdition(app, assignment))).map((student) => {
		if (!student.isHidden) return { student, number: 0 };
		const { name, number } = shown({ personId: student.personId, name: student.name, returnedAt: null });
		return { student: { ...student, name, userName: '' }, number: number ?? 0 };
	});
	return students.toSorted((one, other) => one.number - other.number).map(({ student }) => student);
}

/** "late", or what it cost: "17.00 of 20; 2 days late, 10% a day: 13.60". */
function lateInWords({ late, result }: { late: boolean; result: LessonResult | null }): string {
	if (result?.lateLoss) return resultInWords(result, 'you');
	return late ? 'late' : '';
}

function points(result: { grade: number | null; earned: number | null; needsTeacher: boolean } | undefined): string {
	if (!result) return '';
	if (result.grade !== null) return pointsInWords(result.grade);
	return result.needsTeacher || result.earned === null ? '' : pointsInWords(result.earned);
}
