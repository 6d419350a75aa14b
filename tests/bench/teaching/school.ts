/**
 * A school to measure: a gradebook of 200 students by 60 assignments, a class of 500 on one text, 2,000 works of 40 marks
 * that wait for a ruling, and beside them the stored work of other classes. The first work of each sort is done through
 * the pages; the rest are copies of its rows.
 */
import { randomUUID } from 'node:crypto';
import { join as path } from 'node:path';
import type { Client } from '../../faults/client.ts';
import { assign, expectStatus, join, marking, openClass, save, workAt, type Class } from '../../faults/people.ts';
import { startServer, temporaryFolder } from '../../faults/server.ts';
import { copyRows, type Copier, type Row } from '../../support/copy-rows.ts';
import { answerMost } from '../people.ts';

export const SIZES = { students: 200, assignments: 60, heatMap: 500, regrade: 2_000, marks: 40 };
const CLASS_OF_OTHERS = { students: 30, assignments: 10 };
export const LESSON = 'borrowed-authority';

export type School = {
	dataDir: string;
	file: string;
	teacher: Client;
	/** Id of a classroom with nobody in it but its teacher. */
	empty: string;
	gradebook: string;
	/** Path of the assignment that 500 have handed in. */
	heatMap: string;
	challenges: string;
};

/** @param others so many attempts are stored for other classes */
export async function makeSchool(built: string, others: number): Promise<School> {
	const dataDir = temporaryFolder(`teaching-${String(others)}`);
	const file = path(dataDir, 'underline.db');
	const server = await startServer({ dataDir, built });
	const period = await openClass(server);
	const { teacher } = period;
	const elsewhere = await openClass(server, 'mr.brandt');
	const [regraded, read, graded, empty] = [period, ...(await moreClasses(teacher, ['Heat', 'Grades', 'Empty']))];
	if (!read || !graded || !empty) throw new Error('The classrooms were not opened');

	const long = await workOf(server, regraded, 'first.regraded', SIZES.marks);
	await challenge(long.student, long.assignment);
	const heat = await workOf(server, read, 'first.read', SIZES.marks);
	const row = await workOf(server, graded, 'first.graded', 8);
	const other = await workOf(server, elsewhere, 'first.elsewhere', 8);
	await server.stop();

	copyRows(file, (copier) => {
		const makers = [long, heat].map((template) => studentsLike(copier, template.attempt));
		for (let count = 1; count < SIZES.regrade; count++) makers[0]?.();
		for (let count = 1; count < SIZES.heatMap; count++) makers[1]?.();
		fillClass(copier, row.attempt, SIZES);
		fillOtherClasses(copier, other.attempt, others, copier.one('challenge', 'attempt_id', long.attempt));
	});
	return {
		dataDir,
		file,
		teacher,
		empty: empty.classroom,
		gradebook: `/classrooms/${graded.classroom}/gradebook`,
		heatMap: heat.assignment,
		challenges: `/classrooms/${regraded.classroom}/challenges`,
	};
}

async function moreClasses(teacher: Client, names: string[]): Promise<Class[]> {
	const classes: Class[] = [];
	for (const name of names) {
		const opened = expectStatus(await teacher.post('/classrooms?/open', { name }), 303);
		const classroom = String(opened.headers.location).split('/').at(-1) ?? '';
		const data = await teacher.data(`/classrooms/${classroom}`);
		classes.push({ teacher, classroom, joinCode: (data.classroom as { joinCode: string }).joinCode });
	}
	return classes;
}

async function workOf(server: { origin: string }, period: Class, userName: string, marks: number) {
	const student = await join(server, period.joinCode, userName);
	const assignment = await assign(period, { lesson: LESSON, feedbackRule: 'hand-in' });
	const page = `${assignment}/work`;
	const work =
		marks === SIZES.marks
			? await answerMost(student, await workAt(student, page), () => workAt(student, page))
			: await workAt(student, page);
	if (marks !== SIZES.marks) {
		const { exercise, answer } = marking(work);
		expectStatus(await save(student, work, { exercise, answer: answer(marks) }), 200);
	}
	const attempt = work.attemptId ?? '';
	expectStatus(await student.post(`${page}?/handIn`, { attempt, anyway: 'yes' }), 200);
	return { student, assignment, attempt };
}

/** Objects to the first mark that the key does not have: everybody's copy has it too. */
async function challenge(student: Client, assignment: string) {
	const work = await workAt(student, `${assignment}/work`);
	const { exercise } = marking(work);
	const reviewed = work.exercises.find((each) => each.exercise.id === exercise);
	const { extras } = reviewed?.work.review as { extras: Record<'start' | 'end' | 'category' | 'quote', unknown>[] };
	const [extra] = extras;
	if (!extra) throw new Error('Every mark was right');
	const { document } = reviewed?.exercise.task as { document: string };
	const { start, end, category, quote } = extra;
	const target = JSON.stringify({ is: 'mark', document, start, end, category, quote });
	expectStatus(
		await student.post(`${assignment}/work?/challenge`, { exercise, target, reason: 'Nobody says where it is from.' }),
		200,
	);
}

/** Everything that one attempt is made of. */
function template({ one, all }: Copier, attemptId: string) {
	const attempt = one('attempt', 'id', attemptId);
	const assignment = one('assignment', 'id', attempt.assignment_id);
	return {
		attempt,
		assignment,
		classroom: one('classroom', 'id', assignment.classroom_id),
		person: one('person', 'id', attempt.person_id),
		membership: one('membership', 'person_id', attempt.person_id),
		answers: all('answer', 'attempt_id', attemptId),
		scores: all('score', 'attempt_id', attemptId),
	};
}

type Template = ReturnType<typeof template>;

function copyAttempt({ insert }: Copier, { attempt, answers, scores }: Template, change: Row): string {
	const id = randomUUID();
	insert('attempt', { ...attempt, ...change, id });
	for (const row of answers) insert('answer', { ...row, attempt_id: id });
	for (const row of scores) insert('score', { ...row, id: randomUUID(), attempt_id: id });
	return id;
}

function copyPerson({ insert }: Copier, { person, membership }: Template, change: Row = {}): string {
	const id = randomUUID();
	insert('person', { ...person, id, user_name: id, display_name: `Student ${id.slice(0, 8)}` });
	insert('membership', { ...membership, ...change, person_id: id });
	return id;
}

/** Each call adds a student with the same work. */
function studentsLike(copier: Copier, attemptId: string): () => void {
	const made = template(copier, attemptId);
	return () => copyAttempt(copier, made, { person_id: copyPerson(copier, made) });
}

function fillClass(
	copier: Copier,
	attemptId: string,
	{ students, assignments }: { students: number; assignments: number },
) {
	const made = template(copier, attemptId);
	const ids = [String(made.assignment.id)];
	while (ids.length < assignments) ids.push(copyAssignment(copier, made, {}));
	for (const id of ids.slice(1)) copyAttempt(copier, made, { assignment_id: id });
	for (let count = 1; count < students; count++) {
		const person = copyPerson(copier, made);
		for (const id of ids) copyAttempt(copier, made, { person_id: person, assignment_id: id });
	}
}

function copyAssignment({ insert }: Copier, { assignment }: Template, change: Row): string {
	const id = randomUUID();
	insert('assignment', { ...assignment, ...change, id });
	return id;
}

/** Every student of theirs objects to something. */
function fillOtherClasses(copier: Copier, attemptId: string, attempts: number, challenge: Row) {
	const made = template(copier, attemptId);
	const staff = copier.all('membership', 'classroom_id', made.classroom.id).find(({ role }) => role === 'teacher');
	let left = attempts;
	while (left > 0) {
		const classroom = randomUUID();
		copier.insert('classroom', { ...made.classroom, id: classroom, join_code: classroom });
		copier.insert('membership', { ...staff, classroom_id: classroom });
		const assignments = Array.from({ length: CLASS_OF_OTHERS.assignments }, () =>
			copyAssignment(copier, made, { classroom_id: classroom }),
		);
		for (let count = 0; count < CLASS_OF_OTHERS.students && left > 0; count++) {
			const person = copyPerson(copier, made, { classroom_id: classroom });
			const ids = assignments.map((id) => copyAttempt(copier, made, { person_id: person, assignment_id: id }));
			const objection = { id: randomUUID(), classroom_id: classroom, attempt_id: ids[0] };
			copier.insert('challenge', { ...challenge, ...objection });
			left -= assignments.length;
		}
	}
}
