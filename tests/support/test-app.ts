/** A whole app on a database in memory and the real course, with a clock that a test can move. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../src/lib/domain/access/actor.ts';
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';
import type { App } from '../../src/lib/server/app.ts';
import { createCardDesk } from '../../src/lib/server/auth/card-desk.ts';
import { createFailureLimits } from '../../src/lib/server/auth/failure-limits.ts';
import { createSessions } from '../../src/lib/server/auth/sessions.ts';
import { openStore } from '../../src/lib/server/database/store.ts';
import { createEditionShelf } from '../../src/lib/server/lessons/edition-shelf.ts';
import { readCourse } from '../../src/lib/server/lessons/lesson-catalog.ts';
import { insertPerson } from '../../src/lib/server/repositories/people.ts';
import { assignLesson } from '../../src/lib/server/use-cases/assignments/assign-lesson.ts';
import { joinClassroom } from '../../src/lib/server/use-cases/classrooms/join-classroom.ts';
import { openClassroom } from '../../src/lib/server/use-cases/classrooms/open-classroom.ts';
import { viewClassroom } from '../../src/lib/server/use-cases/classrooms/view-classroom.ts';
import { acceptInvitation } from '../../src/lib/server/use-cases/staff/accept-invitation.ts';
import { inviteStaff } from '../../src/lib/server/use-cases/staff/invite-staff.ts';
import type { FeedbackRule } from '../../src/lib/domain/grading/feedback-rule.ts';

export type TestApp = App & { clock: { now: number } };

export const NOBODY: Actor = { kind: 'nobody' };
export const HERE = '192.0.2.1';
export const LESSON = 'borrowed-authority';
export const START = Date.UTC(2026, 10, 22, 9);
export const DAY = 24 * 60 * 60 * 1000;

const { kinds, scorers } = await loadKinds();
const course = readCourse('lessons', kinds, scorers);

export function testApp(change: Partial<App> = {}): TestApp {
	const store = openStore(':memory:');
	const clock = { now: START };
	return {
		store,
		course,
		editions: createEditionShelf(store, course, kinds),
		kinds,
		scorers,
		sessions: createSessions(store),
		limits: createFailureLimits(),
		cards: createCardDesk(),
		teacherCode: null,
		now: () => clock.now,
		newId: randomUUID,
		clock,
		...change,
	};
}

export type Registered = Extract<Actor, { kind: 'registered' }>;

/** A registered person without the cost of a password. */
export async function person(app: App, userName: string): Promise<Registered> {
	const personId = app.newId();
	const displayName = `${userName[0]?.toUpperCase() ?? ''}${userName.slice(1)}`;
	await app.store.write((transaction) =>
		insertPerson(transaction, { id: personId, userName, displayName, createdAt: app.now(), lastSeenAt: app.now() }),
	);
	return { kind: 'registered', personId, userName, displayName };
}

/** A teacher, a student in the classroom, and the classroom. */
export async function classroomOf(app: App, names = { teacher: 'teacher', student: 'student' }) {
	const teacher = await person(app, names.teacher);
	const student = await person(app, names.student);
	const classroomId = await openClassroom(app, teacher, { name: 'Period 2', teacherCode: '', address: HERE });
	const { joinCode } = await viewClassroom(app, teacher, classroomId);
	await joinClassroom(app, student, joinCode, HERE);
	return { teacher, student, classroomId, joinCode };
}

/** A colleague who was invited and has accepted. */
export async function staffIn(
	app: App,
	teacher: Actor,
	classroomId: string,
	role: 'teacher' | 'assistant',
	userName: string = role,
): Promise<Registered> {
	const colleague = await person(app, userName);
	await acceptInvitation(app, colleague, await inviteStaff(app, teacher, classroomId, role));
	return colleague;
}

export async function assignmentIn(
	app: App,
	teacher: Actor,
	classroomId: string,
	rule: FeedbackRule = 'hand-in',
	dueAt: number | null = null,
	practiceClosed = false,
): Promise<string> {
	const form = { lesson: LESSON, dueAt, feedbackRule: rule, practiceClosed };
	const [assignmentId = ''] = await assignLesson(app, teacher, classroomId, form);
	return assignmentId;
}
