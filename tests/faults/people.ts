/** People of a class and what they do, over HTTP only. */
import type { LessonWork } from '../../src/lib/exercises/shown.ts';
import { Client, type Reply } from './client.ts';

export const PASSWORD = 'paper and ink and patience';

type Owner = { origin: string; certificate?: string };

export async function newAccount({ origin, certificate }: Owner, userName: string): Promise<Client> {
	const client = new Client(origin, certificate);
	expectStatus(await client.post('/register', { userName, displayName: userName, password: PASSWORD }), 303);
	return client;
}

export type Class = { teacher: Client; classroom: string; joinCode: string };

/** A teacher with a classroom. */
export async function openClass(server: Owner, userName = 'ms.okafor'): Promise<Class> {
	const teacher = await newAccount(server, userName);
	const opened = expectStatus(await teacher.post('/classrooms?/open', { name: 'Period 2' }), 303);
	const classroom = String(opened.headers.location).split('/').at(-1) ?? '';
	const data = await teacher.data(`/classrooms/${classroom}`);
	return { teacher, classroom, joinCode: (data.classroom as { joinCode: string }).joinCode };
}

export async function join(server: Owner, joinCode: string, userName: string): Promise<Client> {
	const client = new Client(server.origin, server.certificate);
	const form = { code: joinCode, userName, displayName: userName, password: PASSWORD };
	expectStatus(await client.post('/join?/register', form), 303);
	return client;
}

export type Rules = {
	lesson: string;
	feedbackRule: string;
	dueAt?: string;
	practiceClosed?: boolean;
	/** As typed: `2`. */
	attemptsAllowed?: string;
	classMarks?: 'hidden' | 'after-own' | 'open';
};

/** Gives a lesson to the class; the path of the new assignment. */
export async function assign({ teacher, classroom }: Class, { dueAt = '', practiceClosed, ...rules }: Rules) {
	const before = await assignmentIds(teacher, classroom);
	const form = { ...rules, dueAt, ...(practiceClosed ? { practiceClosed: 'on' } : {}) };
	expectStatus(await teacher.post(`/classrooms/${classroom}/assign`, form), 303);
	const added = (await assignmentIds(teacher, classroom)).filter((id) => !before.includes(id));
	if (added.length === 0) throw new Error('The assignment did not appear in the classroom');
	return `/classrooms/${classroom}/assignments/${String(added[0])}`;
}

async function assignmentIds(teacher: Client, classroom: string): Promise<string[]> {
	const data = await teacher.data(`/classrooms/${classroom}`);
	return (data.classroom as { assignments: { id: string }[] }).assignments.map(({ id }) => id);
}

export type Work = LessonWork & { attemptId: string | null };

/** A lesson of one's own, or an assigned one that is open. */
export async function workAt(client: Client, path: string): Promise<Work> {
	const { work, open } = (await client.data(path)) as { work?: Work; open?: { work: Work } | null };
	const found = work ?? open?.work;
	if (!found) throw new Error(`There is no work at ${path}`);
	return found;
}

export type Draft = { exercise: string; answer: unknown; revision?: number; try?: number };

/** Saves an answer as the lesson page does; the first one of a practice names the lesson. */
export function save(client: Client, work: Work, draft: Draft, headers: Record<string, string> = {}): Promise<Reply> {
	const { exercise, answer, revision = 0, try: tryNumber = 1 } = draft;
	const body = {
		...(work.attemptId === null ? { lesson: work.lesson.slug } : {}),
		edition: work.editionId,
		try: tryNumber,
		revision,
		answer,
	};
	return client.put(`/attempts/${work.attemptId ?? 'new'}/answers/${exercise}`, body, headers);
}

export function expectStatus(reply: Reply, status: number): Reply {
	if (reply.status === status) return reply;
	throw new Error(`Expected ${String(status)}, got ${String(reply.status)}: ${reply.text.slice(0, 500)}`);
}

type Shown = { name: string; paragraphs: { start: number; text: string }[] };

/** The text-marking exercise of a lesson, and marks on its first words: a mark a word, with a note where one is given. */
export function marking(work: Work) {
	const found = work.exercises.find(({ exercise }) => exercise.kind === 'mark-spans');
	if (!found) throw new Error('The lesson has no text to mark');
	const { id, task, documents } = found.exercise;
	const { document, categories } = task as { document: string; categories: string[] };
	const { paragraphs } = documents[document] as Shown;
	const words = paragraphs.flatMap(({ start, text }) =>
		[...text.matchAll(/\p{L}{3,}/gu)].map((word) => ({
			start: start + word.index,
			end: start + word.index + word[0].length,
			quote: word[0],
		})),
	);
	return {
		exercise: id,
		answer: (count: number, note?: string) => ({
			marks: words
				.slice(0, count)
				.map((word) => ({ ...word, category: categories[0], ...(note === undefined ? {} : { note }) })),
			nothingToMark: false,
		}),
	};
}
