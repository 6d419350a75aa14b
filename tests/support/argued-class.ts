/**
 * A class with one assignment whose key is argued about. `begin` makes it anew before each test; whoever imports what is
 * exported here sees the class that was made last.
 */
import { assignmentIn, classroomOf, HERE, person, testApp, type Registered, type TestApp } from './test-app.ts';
import type { FeedbackRule } from '../../src/lib/domain/grading/feedback-rule.ts';
import type { ChallengeTarget } from '../../src/lib/domain/grading/rulings.ts';
import type { Mark } from '../../src/lib/domain/marking/mark.ts';
import { overlap } from '../../src/lib/domain/spans/algebra.ts';
import { words } from '../../src/lib/domain/documents/words.ts';
import type { MarkSpansKey } from '../../src/lib/exercises/mark-spans/key.server.ts';
import type { MarkSpansTask } from '../../src/lib/exercises/mark-spans/kind.ts';
import { findScores } from '../../src/lib/server/repositories/scores.ts';
import { joinClassroom } from '../../src/lib/server/use-cases/classrooms/join-classroom.ts';
import { handIn } from '../../src/lib/server/use-cases/work/hand-in.ts';
import { openAssignedWork } from '../../src/lib/server/use-cases/work/open-assigned-work.ts';
import { saveAnswer } from '../../src/lib/server/use-cases/work/save-answer.ts';
import { raiseChallenge } from '../../src/lib/server/use-cases/rulings/raise-challenge.ts';
import type { TypedRuling } from '../../src/lib/server/use-cases/rulings/read-ruling.ts';
import { ruleOnChallenge } from '../../src/lib/server/use-cases/rulings/rule-on-challenge.ts';
import { viewChallenges } from '../../src/lib/server/use-cases/rulings/view-challenges.ts';

export let app: TestApp;
export let teacher: Registered;
export let student: Registered;
export let classroomId: string;
export let joinCode: string;
export let assignmentId: string;

export const edition = () => app.editions.current('borrowed-authority');
/** A marked text with something to find, and the first of what there is. */
export const marking = () => {
	const exercise = edition().exercises.find(
		({ kind, points, key }) => kind === 'mark-spans' && points > 0 && coreOf(key).length > 1,
	)!;
	const task = exercise.task as MarkSpansTask;
	return { exercise, task, key: exercise.key as MarkSpansKey, text: edition().documents[task.document]!.text };
};
export const coreOf = (key: unknown) => (key as MarkSpansKey).spans.filter(({ tier }) => tier === 'core');
export const choice = () => edition().exercises.find(({ kind, points }) => kind === 'choice' && points > 0)!;

/** A word or two of the shown text that lie in no span of the key. */
export function extraMark(): Mark {
	const { key, task, text, exercise } = marking();
	const category = task.categories[0]!;
	const shown = app.kinds.get('mark-spans')!.showDocuments(exercise.task, edition().documents)[task.document]!;
	for (const paragraph of shown.paragraphs) {
		const all = words(text, { start: paragraph.start, end: paragraph.start + paragraph.text.length });
		for (const word of all) {
			const isFree = key.spans.every((span) => overlap(span.envelope ?? span, word) === 0);
			if (isFree) return { ...word, category, quote: text.slice(word.start, word.end) };
		}
	}
	throw new Error('Every word of the text is in the key.');
}

export const markOf = ({ start, end, category, quote }: Mark): Mark => ({ start, end, category, quote });
export const onMark = (mark: Mark): ChallengeTarget => ({
	is: 'mark',
	document: marking().task.document,
	...markOf(mark),
});
export const onSpan = (id: string): ChallengeTarget => ({ is: 'span', document: marking().task.document, id });

export async function save(who: Registered, exerciseId: string, answer: unknown) {
	const { attemptId } = await openAssignedWork(app, who, assignmentId);
	const place = { attemptId: attemptId ?? '', exerciseId, editionId: edition().id, tryNumber: 1, revision: 0 };
	await saveAnswer(app, who, { ...place, answer });
	return attemptId ?? '';
}

/** Hands in these marks, and nothing else. */
export async function handInMarks(who: Registered, marks: Mark[]): Promise<string> {
	const attemptId = await save(who, marking().exercise.id, {
		marks: marks.toSorted((a, b) => a.start - b.start),
		nothingToMark: false,
	});
	await handIn(app, who, attemptId, true);
	return attemptId;
}

export const newStudent = async (name: string) => {
	const who = await person(app, name);
	await joinClassroom(app, who, joinCode, HERE);
	return who;
};

export const object = (
	who: Registered,
	target: ChallengeTarget,
	reason = 'It is a plain word here.',
	exerciseId?: string,
) =>
	raiseChallenge(app, who, assignmentId, {
		exerciseId: exerciseId ?? marking().exercise.id,
		target: JSON.stringify(target),
		reason,
	});
export const open = async () => (await viewChallenges(app, teacher, classroomId)).open;
export async function rule(typed: Partial<TypedRuling> = {}) {
	const [first] = await open();
	const full = {
		decision: 'accept',
		width: '',
		answer: 'You are right.',
		counts: 'better',
		countsReason: '',
		...typed,
	};
	return ruleOnChallenge(app, teacher, first!.id, full);
}
export const scoresOf = async (attemptId: string, exerciseId = marking().exercise.id) =>
	(await findScores(app.store.read, attemptId)).filter((row) => row.exerciseId === exerciseId);
export const workOf = async (who: Registered, exerciseId = marking().exercise.id) =>
	(await openAssignedWork(app, who, assignmentId)).exercises.find(({ exercise }) => exercise.id === exerciseId)!.work;

export async function begin(feedback: FeedbackRule = 'hand-in') {
	app = testApp();
	({ teacher, student, classroomId, joinCode } = await classroomOf(app));
	assignmentId = await assignmentIn(app, teacher, classroomId, feedback);
}

/** From here on everybody works on another assignment. */
export function turnTo(other: string) {
	assignmentId = other;
}
