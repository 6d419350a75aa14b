/** Everything that a teacher can write about a student's work, and classmates whose marks could be shown. */
import { expectStatus, join, marking, save, workAt, type Class } from '../faults/people.ts';
import type { RunningServer } from '../faults/server.ts';
import { handIn } from './play.ts';

/** What the teacher writes; nothing of it is out before the feedback. */
export const WRITTEN = {
	draft: 'a draft that waits',
	pinned: 'a comment on words that waits',
	explanation: 'an explanation that waits',
};

/** Students who mark a few words and hand in. */
export async function classmates(server: RunningServer, period: Class, path: string, names: string[]): Promise<void> {
	for (const name of names) {
		const mate = await join(server, period.joinCode, name);
		const work = await workAt(mate, `${path}/work`);
		const { exercise, answer } = marking(work);
		expectStatus(await save(mate, work, { exercise, answer: answer(4, 'a note of a classmate') }), 200);
		await handIn(mate, `${path}/work`);
	}
}

/** A draft of a grade, a comment on words of the short answer, and an explanation of the first mark. */
export async function writeEverything({ teacher, classroom }: Class, path: string, attemptId: string): Promise<void> {
	const submission = `${path}/submissions/${attemptId}`;
	const draft = { points: '2', comment: WRITTEN.draft, levels: [], gradeId: '', draftRevision: 0 };
	expectStatus(await teacher.put(`${submission}/drafts/write-one`, draft), 200);
	const place = JSON.stringify({ start: 4, end: 9, quote: 'mayor' });
	expectStatus(
		await teacher.post(`${submission}?/pin`, { exercise: 'write-one', place, comment: WRITTEN.pinned }),
		200,
	);
	const assignmentId = path.split('/').at(-1) ?? '';
	const { answer } = marking(await workAt(teacher, `${path}/preview`));
	const [first] = answer(1).marks;
	const mark = JSON.stringify({ document: 'mill', ...first });
	const form = { assignmentId, mark, words: WRITTEN.explanation };
	expectStatus(await teacher.post(`/classrooms/${classroom}/explanations?/explain`, form), 200);
}
