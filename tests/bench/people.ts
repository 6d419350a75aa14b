/** Students with real work behind them: a marked text with forty marks, and an answer to every other exercise. */
import type { Client } from '../faults/client.ts';
import { expectStatus, marking, save, type Work } from '../faults/people.ts';

export const LESSON = '/lessons/borrowed-authority';
export const MARKS = 40;

/** Forty marks on words all over the text, every third with a note. */
export function fortyMarks(work: Work) {
	const { exercise, answer } = marking(work);
	const all = answer(10_000).marks;
	const step = Math.max(1, Math.floor(all.length / MARKS));
	const marks = all
		.filter((_, index) => index % step === 0)
		.slice(0, MARKS)
		.map((mark, index) => (index % 3 === 0 ? { ...mark, note: 'Who says so? The text does not tell.' } : mark));
	if (marks.length < MARKS) throw new Error('The text has too few words for forty marks');
	return { exercise, answer: { marks, nothingToMark: false } };
}

export function oneChoice(work: Work) {
	const found = work.exercises.find(({ exercise }) => exercise.kind === 'choice');
	if (!found) throw new Error('The lesson has no choice');
	const { options } = found.exercise.task as { options: { id: string }[] };
	return { exercise: found.exercise.id, answer: { chosen: [options[0]?.id ?? ''] } };
}

/** Saves work on every exercise that can be answered without knowing the lesson. */
export async function answerMost(client: Client, work: Work, again: () => Promise<Work>): Promise<Work> {
	expectStatus(await save(client, work, fortyMarks(work)), 200);
	const begun = await again();
	for (const { exercise } of begun.exercises) {
		if (exercise.kind === 'choice') {
			const { options } = exercise.task as { options: { id: string }[] };
			expectStatus(
				await save(client, begun, { exercise: exercise.id, answer: { chosen: [options[0]?.id ?? ''] } }),
				200,
			);
		}
		if (exercise.kind === 'short-answer') {
			const answer = { text: 'The party said that the article asks for higher standards of living.' };
			expectStatus(await save(client, begun, { exercise: exercise.id, answer }), 200);
		}
	}
	return again();
}

export const cookieOf = (client: Client) => [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
