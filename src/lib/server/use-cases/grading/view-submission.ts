import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import type { Decided, Deciding, SeenWhen } from '../../../domain/grading/deciding.ts';
import { mayHaveFeedback } from '../../../domain/grading/feedback-rule.ts';
import { readLevels } from '../../../domain/grading/rubric.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findException } from '../../repositories/exceptions.ts';
import { findDrafts } from '../../repositories/grading.ts';
import { findPerson } from '../../repositories/people.ts';
import { findGradeHistory } from '../../repositories/scores.ts';
import { assignedRuledEdition } from '../assignments/assigned-edition.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { pinnedCommentsOf } from '../comments/pinned-comments.ts';
import { explainedForStaff } from '../explanations/explained.ts';
import { disputesOf } from '../rulings/disputes.ts';
import { assignedWork } from '../work/open-assigned-work.ts';
import { resultsOfAttempts } from '../work/settle-attempts.ts';
import { showWork } from '../work/show-work.ts';
import { rubricOf } from './decision.ts';
import { findSubmission, studentsShown } from './find-submission.ts';

/** A student's work as the teacher reads it: answers, what was right and why, score, grade and its history. */
export async function viewSubmission(app: App, actor: Actor, attemptId: string, exerciseId: string | null = null) {
	const { attempt, assignment, archived } = await findSubmission(app, actor, attemptId, 'read a classroom as staff');
	const edition = await assignedRuledEdition(app, app.store.read, assignment);
	if (exerciseId !== null && !edition.exercises.some(({ id }) => id === exerciseId)) throw new NotFound();
	const classroom = await findClassroom(app.store.read, assignment.classroomId);
	const person = await findPerson(app.store.read, attempt.personId);
	const exception = await findException(app.store.read, assignment.id, attempt.personId);
	const shown = exerciseId === null ? edition.exercises : edition.exercises.filter(({ id }) => id === exerciseId);
	const work = await showWork(app, { ...edition, exercises: shown }, attempt, () => true);
	const results = await resultsOfAttempts(app.store.read, { assignment, edition, exception }, [attempt]);
	const history = await findGradeHistory(app.store.read, attemptId);
	const drafts = await findDrafts(app.store.read, attemptId);
	const student = (await studentsShown(app, assignment))({
		personId: attempt.personId,
		name: person?.displayName ?? '',
		returnedAt: attempt.returnedAt,
	});
	const seen: SeenWhen =
		assignment.feedbackRule === 'hand-in' || mayHaveFeedback(assignedWork(assignment, attempt, exception), app.now())
			? 'now'
			: assignment.feedbackRule;

	const decidingOf = (id: string): Deciding => {
		const exercise = edition.exercises.find((candidate) => candidate.id === id);
		const own = history.filter(({ grade }) => grade.exerciseId === id);
		const draft = drafts.find((row) => row.draft.exerciseId === id);
		return {
			rubric: exercise ? rubricOf(app, exercise) : [],
			gradeId: own[0]?.grade.id ?? '',
			history: own.map(({ grade, by }) => decided(grade, by, grade.createdAt)),
			draft: draft ? { ...decided(draft.draft, draft.by, draft.draft.savedAt), revision: draft.draft.revision } : null,
		};
	};

	return {
		...work,
		attemptId,
		attemptNumber: attempt.number,
		counts: attempt.counts,
		student,
		classroom: { id: assignment.classroomId, name: classroom?.name ?? '' },
		assignment: { id: assignment.id, title: lessonTitle(app, assignment.lesson) },
		handedInAt: attempt.handedInAt,
		late: attempt.late,
		returnedAt: attempt.returnedAt,
		/** What the student has, or will have, about the whole work; and what was written since, for teachers alone. */
		comment: attempt.comment,
		draftComment: attempt.draftComment,
		seen,
		/** In the archive work can be read alone. */
		mayGrade: !archived,
		result: results.get(attempt.id) ?? null,
		deciding: Object.fromEntries(shown.map(({ id }) => [id, decidingOf(id)])),
		history: history.map(({ grade, by }) => ({
			exerciseId: grade.exerciseId,
			...decided(grade, by, grade.createdAt),
		})),
		disputes: await disputesOf(app, assignment.classroomId, attempt),
		explained: await explainedForStaff(app, assignment, edition, work),
		pinned: await pinnedCommentsOf(app, attemptId),
	};
}

export type Submission = Awaited<ReturnType<typeof viewSubmission>>;

type Row = { points: number | null; levels: string | null; comment: string };

const decided = ({ points, levels, comment }: Row, by: string | null, at: number): Decided => ({
	points,
	levels: readLevels(levels),
	comment,
	by: by ?? 'a former teacher',
	at,
});
