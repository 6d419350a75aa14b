import type { Actor } from '../../../domain/access/actor.ts';
import { csv } from '../../../domain/grading/csv.ts';
import { pointsInWords } from '../../../domain/grading/points.ts';
import type { App } from '../../app.ts';
import { viewAssignment } from '../assignments/view-assignment.ts';

/** The grades of one assignment as CSV, with a file name. Nothing of a student is formula to a spreadsheet. */
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
	const rows = assignment.students.map((student) => [
		student.name,
		student.userName,
		student.progress,
		student.handedInAt === null ? '' : new Date(student.handedInAt).toISOString(),
		student.late ? 'late' : '',
		...assignment.exercises.map(({ id }) => points(student.results?.[id])),
		student.result ? pointsInWords(student.result.earned) : '',
		student.result ? String(student.result.possible / 100) : '',
		student.result ? String(student.result.waiting / 100) : '',
		student.comment ?? '',
	]);
	const day = new Date(app.now()).toISOString().slice(0, 10);
	return { name: `${assignment.lesson}-${day}.csv`, text: csv([header, ...rows]) };
}

function points(result: { grade: number | null; earned: number | null; needsTeacher: boolean } | undefined): string {
	if (!result) return '';
	if (result.grade !== null) return pointsInWords(result.grade);
	return result.needsTeacher || result.earned === null ? '' : pointsInWords(result.earned);
}
