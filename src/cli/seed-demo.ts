/** `npm run seed-demo`: fills a class to look at, through the same use cases that a real class goes through. */
import type { Actor } from '../lib/domain/access/actor.ts';
import { DomainError, Invalid } from '../lib/domain/errors.ts';
import { loadKinds } from '../lib/exercises/load-kinds.ts';
import type { App } from '../lib/server/app.ts';
import { openApp } from '../lib/server/open-app.ts';
import { assignLesson } from '../lib/server/use-cases/assignments/assign-lesson.ts';
import { viewAssignment } from '../lib/server/use-cases/assignments/view-assignment.ts';
import { joinClassroom } from '../lib/server/use-cases/classrooms/join-classroom.ts';
import { openClassroom } from '../lib/server/use-cases/classrooms/open-classroom.ts';
import { viewClassroom } from '../lib/server/use-cases/classrooms/view-classroom.ts';
import { gradeExercise } from '../lib/server/use-cases/grading/grade-exercise.ts';
import { returnWork } from '../lib/server/use-cases/grading/return-work.ts';
import { isInUse } from '../lib/server/use-cases/people/is-in-use.ts';
import { register } from '../lib/server/use-cases/people/register.ts';
import { handIn } from '../lib/server/use-cases/work/hand-in.ts';
import { openAssignedWork } from '../lib/server/use-cases/work/open-assigned-work.ts';
import { saveAnswer } from '../lib/server/use-cases/work/save-answer.ts';
import { answerLikeAStudent, chanceFrom, type Chance } from './demo-student.ts';

const NOBODY: Actor = { kind: 'nobody' };
const HERE = 'seed-demo';
const PASSWORD = 'paper and ink';
const LESSON = 'borrowed-authority';
const WEEK = 7 * 24 * 60 * 60 * 1000;

const NAMES = [
	'Amara Osei', 'Ben Whitcombe', 'Chiara Lombardi', 'Dae-jung Park', 'Esra Yılmaz', 'Farid Haddad', 'Grace O’Neill',
	'Hana Nováková', 'Ibrahim Sesay', 'Jonas Brandt', 'Kavya Menon', 'Lucía Ferreyra', 'Mehwish Akhtar', 'Noah Kim',
	'Oluwaseun Adeyemi-Bankole', 'Priya Raghunathan', 'Quentin Delacroix', 'Rania Mansour', 'سارہ خان', 'Tomasz Zieliński',
	'Uma Devi', 'Viktor Åkesson', 'Wen Li', 'Xiomara Castellanos de la Fuente', 'Yusuf Demir', 'Zoë Maas', 'Aarav Thakur', 'Mina Petrović',
] as const; // prettier-ignore

const app = await openApp(await loadKinds());
try {
	await seed(app);
} catch (problem) {
	if (!(problem instanceof DomainError)) throw problem;
	console.error(`The demo class could not be made: ${problem.message}`);
	process.exitCode = 1;
} finally {
	app.store.close();
}

async function seed(app: App) {
	if (!process.argv.includes('--anyway') && (await isInUse(app))) {
		throw new Invalid(
			'people are registered here already, and the demo teacher has a password that everybody knows. Use another DATA_DIR, or add -- --anyway.',
		);
	}
	const chance = chanceFrom(20_261_122);
	const teacher = await newPerson(app, 'demo.teacher', 'Ms Okafor');
	const name = { name: 'Period 2 (demo)', teacherCode: app.teacherCode ?? '', address: HERE };
	const classroomId = await openClassroom(app, teacher, name);
	const { joinCode } = await viewClassroom(app, teacher, classroomId);
	const form = { lesson: LESSON, dueAt: app.now() + WEEK, feedbackRule: 'returned', practiceClosed: false };
	const [assignmentId = ''] = await assignLesson(app, teacher, classroomId, form);

	for (const [index, displayName] of NAMES.entries()) {
		const student = await newPerson(app, `demo.student${index + 1}`, displayName);
		await joinClassroom(app, student, joinCode, HERE);
		// The last ones have not opened it, or are still working.
		if (index < NAMES.length - 2) await work(app, student, assignmentId, chance, index < NAMES.length - 6);
	}
	await gradeSome(app, teacher, assignmentId);
	console.log(
		`A class of ${NAMES.length} is ready. Sign in as demo.teacher or demo.student1 … ${NAMES.length}, password: ${PASSWORD}`,
	);
}

async function newPerson(app: App, userName: string, displayName: string): Promise<Actor> {
	const cookie = await register(app, NOBODY, { userName, displayName, password: PASSWORD });
	return (await app.sessions.whoIs(cookie.value)).actor;
}

async function work(app: App, student: Actor, assignmentId: string, chance: Chance, finishes: boolean) {
	const opened = await openAssignedWork(app, student, assignmentId);
	const edition = await app.editions.byId(opened.editionId);
	const care = 0.35 + chance() * 0.6;
	for (const [index, exercise] of edition.exercises.entries()) {
		if (!finishes && index > 0) break;
		const answer = answerLikeAStudent(exercise, edition.documents, care, chance);
		if (answer === null) continue;
		await saveAnswer(app, student, {
			attemptId: opened.attemptId ?? '',
			exerciseId: exercise.id,
			editionId: edition.id,
			tryNumber: 1,
			revision: 0,
			answer,
		});
	}
	if (finishes) await handIn(app, student, opened.attemptId ?? '', true);
}

/** The first third is graded and returned, so that every state can be seen. */
async function gradeSome(app: App, teacher: Actor, assignmentId: string) {
	const { students, exercises } = await viewAssignment(app, teacher, assignmentId);
	for (const [index, student] of students.filter(({ results }) => results !== null).entries()) {
		if (index > 8 || student.attemptId === null) break;
		for (const exercise of exercises) {
			if (!student.results?.[exercise.id]?.needsTeacher) continue;
			const points = String(Math.max(1, exercise.points - (index % 3)));
			const comment =
				index % 3 === 0
					? 'Exact, fair, and it says who claims it.'
					: 'Say who claims it, and keep only what the source carries.';
			await gradeExercise(app, teacher, student.attemptId, { exerciseId: exercise.id, points, comment });
		}
		await returnWork(app, teacher, student.attemptId, '');
	}
}
