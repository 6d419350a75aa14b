/**
 * A class of two students, and what they and their teacher do with an assignment. `begin` makes it anew before each test;
 * whoever imports what is exported here sees the class that was made last.
 */
import { classroomOf, LESSON, person, testApp, type Registered, type TestApp } from './test-app.ts';
import { findAttemptsOnAssignment } from '../../src/lib/server/repositories/attempts.ts';
import { joinClassroom } from '../../src/lib/server/use-cases/classrooms/join-classroom.ts';
import { gradeExercise } from '../../src/lib/server/use-cases/grading/grade-exercise.ts';
import { handIn } from '../../src/lib/server/use-cases/work/hand-in.ts';
import { openAssignedWork } from '../../src/lib/server/use-cases/work/open-assigned-work.ts';
import { saveAnswer } from '../../src/lib/server/use-cases/work/save-answer.ts';
import { startAttempt } from '../../src/lib/server/use-cases/work/start-attempt.ts';
import { assignLesson, type AssignmentForm } from '../../src/lib/server/use-cases/assignments/assign-lesson.ts';

export let app: TestApp;
export let teacher: Registered;
export let student: Registered;
export let classmate: Registered;
export let classroomId: string;

export async function begin() {
	app = testApp();
	const made = await classroomOf(app);
	({ teacher, student, classroomId } = made);
	classmate = await person(app, 'classmate');
	await joinClassroom(app, classmate, made.joinCode, '192.0.2.2');
}

export async function assign(rules: Omit<AssignmentForm, 'lesson'>): Promise<string> {
	const [id = ''] = await assignLesson(app, teacher, classroomId, { lesson: LESSON, ...rules });
	return id;
}

export const open = (assignmentId: string, who = student) => openAssignedWork(app, who, assignmentId);

export async function handsIn(assignmentId: string, who = student) {
	await startAttempt(app, who, assignmentId);
	const { attemptId } = await open(assignmentId, who);
	await handIn(app, who, attemptId ?? '', true);
	return attemptId ?? '';
}

/** The teacher gives these points, in hundredths, to the first exercise that counts, and none to the others. */
export async function isGraded(attemptId: string, points: number) {
	const exercises = app.editions.current(LESSON).exercises.filter((exercise) => exercise.points > 0);
	for (const [index, { id, points: possible }] of exercises.entries()) {
		const given = index === 0 ? Math.min(points, possible * 100) : 0;
		await gradeExercise(app, teacher, attemptId, { exerciseId: id, points: String(given / 100), comment: '' });
	}
}

export async function saves(assignmentId: string, who = student) {
	const work = await open(assignmentId, who);
	const choice = app.editions.current(LESSON).exercises.find(({ kind }) => kind === 'choice');
	return saveAnswer(app, who, {
		attemptId: work.attemptId ?? '',
		exerciseId: choice?.id ?? '',
		editionId: work.editionId,
		tryNumber: 1,
		revision: 0,
		answer: { chosen: [] },
	});
}

export const countingOf = async (assignmentId: string, who = student) =>
	(await findAttemptsOnAssignment(app.store.read, assignmentId, who.personId))
		.filter(({ counts }) => counts)
		.map(({ number }) => number);
