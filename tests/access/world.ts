/** A class with everything in it that somebody could reach for, and the people who try. */
import type { Actor } from '../../src/lib/domain/access/actor.ts';
import { findAttemptForAssignment } from '../../src/lib/server/repositories/attempts.ts';
import { findSequencesOfClassroom } from '../../src/lib/server/repositories/sequences.ts';
import { assignSequence } from '../../src/lib/server/use-cases/assignments/assign-sequence.ts';
import { openClassroom } from '../../src/lib/server/use-cases/classrooms/open-classroom.ts';
import { handIn } from '../../src/lib/server/use-cases/work/hand-in.ts';
import { openAssignedWork } from '../../src/lib/server/use-cases/work/open-assigned-work.ts';
import { pinComment } from '../../src/lib/server/use-cases/comments/pin-comment.ts';
import { explainMark } from '../../src/lib/server/use-cases/explanations/explain-mark.ts';
import { ruleOnChallenge } from '../../src/lib/server/use-cases/rulings/rule-on-challenge.ts';
import { raiseChallenge } from '../../src/lib/server/use-cases/rulings/raise-challenge.ts';
import { viewChallenges } from '../../src/lib/server/use-cases/rulings/view-challenges.ts';
import { answerItem } from '../../src/lib/server/use-cases/study/answer-item.ts';
import { startSession } from '../../src/lib/server/use-cases/study/start-session.ts';
import { viewSession, type StudyPage } from '../../src/lib/server/use-cases/study/view-session.ts';
import { saveAnswer } from '../../src/lib/server/use-cases/work/save-answer.ts';
import {
	assignmentIn,
	classroomOf,
	HERE,
	LESSON,
	NOBODY,
	person,
	staffIn,
	testApp,
	type TestApp,
} from '../support/test-app.ts';

export type World = {
	app: TestApp;
	classroomId: string;
	assignmentId: string;
	sequenceId: string;
	handedInId: string;
	challengeId: string;
	rulingId: string;
	explanationId: string;
	pinId: string;
	/** Words of the marked text, and the exercise that it stands in. */
	words: { exerciseId: string; document: string; start: number; end: number; quote: string };
	practiceId: string;
	assistantId: string;
	otherClassroomId: string;
	exerciseId: string;
	studentId: string;
	editionId: string;
	studySession: StudyPage;
};
export type Outsider = 'nobody' | 'a stranger' | 'a student of another class';
export type Insider = 'its teacher' | 'its assistant' | 'its student';

export async function makeWorld(): Promise<{ world: World; actors: Record<Outsider | Insider, Actor> }> {
	const app = testApp();
	const here = await classroomOf(app);
	const elsewhere = await classroomOf(app, { teacher: 'another.teacher', student: 'another.student' });
	const assignmentId = await assignmentIn(app, here.teacher, here.classroomId);
	await openAssignedWork(app, here.student, assignmentId);
	const attempt = await findAttemptForAssignment(app.store.read, assignmentId, here.student.personId);
	await handIn(app, here.student, attempt?.id ?? '', true);

	const edition = app.editions.current(LESSON);
	const marking = edition.exercises.find(({ kind }) => kind === 'mark-spans');
	const { document } = marking?.task as { document: string };
	const { spans } = marking?.key as { spans: { id: string }[] };
	for (const span of [spans[1], spans[0]]) {
		await raiseChallenge(app, here.student, assignmentId, {
			exerciseId: marking?.id ?? '',
			target: JSON.stringify({ is: 'span', document, id: span?.id ?? '' }),
			reason: 'It is plain.',
		});
		const [open] = (await viewChallenges(app, here.teacher, here.classroomId)).open;
		if (span === spans[0] || !open) continue;
		const typed = { decision: 'accept', width: '', answer: 'Yes.', counts: 'better', countsReason: '' };
		await ruleOnChallenge(app, here.teacher, open.id, typed);
	}
	const [ruling] = (await viewChallenges(app, here.teacher, here.classroomId)).ruled;
	const quote = edition.documents[document]?.text.slice(0, 20) ?? '';
	const place = { start: 0, end: 20, quote };
	const mark = JSON.stringify({ document, category: 'loaded', ...place });
	const explanationId = await explainMark(app, here.teacher, assignmentId, { mark, words: 'Plain.' });
	const pinned = { exerciseId: marking?.id ?? '', place: JSON.stringify(place), comment: 'Plain.' };
	const pinId = await pinComment(app, here.teacher, attempt?.id ?? '', pinned);
	const choice = edition.exercises.find(({ kind }) => kind === 'choice');
	const { attemptId } = await saveAnswer(app, here.student, {
		attemptId: 'new',
		lesson: LESSON,
		exerciseId: choice?.id ?? '',
		editionId: edition.id,
		tryNumber: 1,
		revision: 0,
		answer: { chosen: [] },
	});
	const assistant = await staffIn(app, here.teacher, here.classroomId, 'assistant');
	const inOrder = { name: 'Sources', places: { attribution: '1', names: '2' }, isStepwise: false, daysApart: '' };
	await assignSequence(app, here.teacher, here.classroomId, inOrder);
	const sequenceId = (await findSequencesOfClassroom(app.store.read, here.classroomId))[0]?.id ?? 'none';
	const world = {
		app,
		classroomId: here.classroomId,
		assignmentId,
		sequenceId,
		handedInId: attempt?.id ?? '',
		challengeId: (await viewChallenges(app, here.teacher, here.classroomId)).open[0]?.id ?? 'none',
		rulingId: ruling?.id ?? 'none',
		explanationId,
		pinId,
		words: { exerciseId: marking?.id ?? '', document, ...place },
		practiceId: attemptId,
		assistantId: assistant.personId,
		exerciseId: edition.exercises.find(({ points }) => points > 0)?.id ?? '',
		otherClassroomId: await openClassroom(app, here.teacher, { name: 'Period 5', teacherCode: '', address: HERE }),
		studentId: here.student.personId,
		editionId: edition.id,
		studySession: await studyingOf(app, here.student),
	};
	const actors = {
		nobody: NOBODY,
		'a stranger': await person(app, 'stranger'),
		'a student of another class': elsewhere.student,
		'its teacher': here.teacher,
		'its assistant': assistant,
		'its student': here.student,
	};
	return { world, actors };
}

/** A session of studying alone with its first answer. */
async function studyingOf(app: TestApp, reader: Actor): Promise<StudyPage> {
	const started = await startSession(app, reader);
	const { next } = await viewSession(app, reader, started);
	const answer = { play: 'quick-call', category: 'sound' };
	await answerItem(app, reader, { ...started, place: next?.place ?? 0, sentence: next?.sentence ?? '', answer });
	return viewSession(app, reader, started);
}
