import type { Actor } from '../../../domain/access/actor.ts';
import { mayHaveFeedback } from '../../../domain/grading/feedback-rule.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAnswersOfPerson } from '../../repositories/answers.ts';
import { findAssignment } from '../../repositories/assignments.ts';
import { findAttemptsOf, type AttemptRow } from '../../repositories/attempts.ts';
import { findClassroomsOf } from '../../repositories/classrooms.ts';
import { findExplanationsByPerson } from '../../repositories/explanations.ts';
import { findException, findExceptionsOfPerson } from '../../repositories/exceptions.ts';
import { findPerson } from '../../repositories/people.ts';
import { findRosterAccount } from '../../repositories/roster.ts';
import { findGrades, findScoresOfPerson } from '../../repositories/scores.ts';
import { findNoticesOfPerson } from '../../repositories/notices.ts';
import { findPinnedCommentsOfPerson } from '../../repositories/pinned-comments.ts';
import { findChallengesOfPerson } from '../../repositories/rulings.ts';
import { downloadStudy } from '../study/download-study.ts';
import { practiceClosed } from '../work/practice-closed.ts';
import { assignedWork } from '../work/open-assigned-work.ts';

/** All that is stored of a person, as plain data. Points of work whose feedback is not out yet are left out. */
export async function downloadOwnData(app: App, actor: Actor) {
	authorize('have data', actor);
	const personId = actor.kind === 'nobody' ? '' : actor.personId;
	const person = await findPerson(app.store.read, personId);
	const madeBy = await findRosterAccount(app.store.read, personId);
	const attempts = await findAttemptsOf(app.store.read, personId);
	const answers = await findAnswersOfPerson(app.store.read, personId);
	const scores = await findScoresOfPerson(app.store.read, personId);
	const exceptions = await findExceptionsOfPerson(app.store.read, personId);
	const explanations = await findExplanationsByPerson(app.store.read, personId);
	const classrooms = actor.kind === 'registered' ? await findClassroomsOf(app.store.read, personId) : [];

	const challenges = await findChallengesOfPerson(app.store.read, personId);
	const notices = await findNoticesOfPerson(app.store.read, personId);
	const pinned = await findPinnedCommentsOfPerson(app.store.read, personId);

	return {
		person: {
			userName: person?.userName ?? null,
			displayName: person?.displayName ?? null,
			createdAt: time(person?.createdAt),
			lastSeenAt: time(person?.lastSeenAt),
		},
		madeByRoster: madeBy
			? { classroom: madeBy.classroom, lastCardAt: time(madeBy.cardMadeAt), lastCardBy: madeBy.cardMadeBy }
			: null,
		classrooms: classrooms.map(({ name, role }) => ({ name, role })),
		exceptions: exceptions.map(({ lesson, exception }) => ({
			lesson,
			dueAt: time(exception.dueAt),
			excused: exception.excused,
		})),
		challenges: challenges.map(({ challenge, lesson, decision, answer }) => ({
			lesson,
			exercise: challenge.exerciseId,
			about: JSON.parse(challenge.target) as unknown,
			reason: challenge.reason,
			at: time(challenge.createdAt),
			decision,
			answer,
		})),
		explanations: explanations.map(({ quote, words, createdAt, changedAt }) => ({
			mark: quote,
			words,
			at: time(createdAt),
			changedAt: time(changedAt),
		})),
		notices: notices.map(({ kind, createdAt, seenAt }) => ({ kind, at: time(createdAt), seenAt: time(seenAt) })),
		studying: await downloadStudy(app, personId),
		attempts: await Promise.all(
			attempts.map(async (attempt) => {
				const shows = await feedbackIsOut(app, attempt);
				const grades = shows ? await findGrades(app.store.read, attempt.id) : [];
				return {
					lesson: attempt.lesson,
					assigned: attempt.assignmentId !== null,
					openedAt: time(attempt.openedAt),
					handedInAt: time(attempt.handedInAt),
					returnedAt: time(attempt.returnedAt),
					comment: shows ? attempt.comment : null,
					answers: answers
						.filter((row) => row.attemptId === attempt.id)
						.map((row) => ({
							exercise: row.exerciseId,
							try: row.tryNumber,
							savedAt: time(row.savedAt),
							answer: JSON.parse(row.content) as unknown,
						})),
					scores: (shows ? scores : [])
						.filter((row) => row.attemptId === attempt.id)
						.map(({ exerciseId, tryNumber, earned, possible, createdAt }) => ({
							exercise: exerciseId,
							try: tryNumber,
							points: earned / 100,
							possible: possible / 100,
							at: time(createdAt),
						})),
					commentsOnWords: (shows ? pinned : [])
						.filter((row) => row.attemptId === attempt.id)
						.map(({ exerciseId, quote, comment, createdAt }) => ({
							exercise: exerciseId,
							words: quote,
							comment,
							at: time(createdAt),
						})),
					grades: grades.map(({ exerciseId, points, comment, createdAt }) => ({
						exercise: exerciseId,
						points: points === null ? null : points / 100,
						comment,
						at: time(createdAt),
					})),
				};
			}),
		),
	};
}

async function feedbackIsOut(app: App, attempt: AttemptRow): Promise<boolean> {
	if (attempt.assignmentId === null) return !(await practiceClosed(app, attempt.lesson));
	const assignment = await findAssignment(app.store.read, attempt.assignmentId);
	if (!assignment) return false;
	const exception = await findException(app.store.read, assignment.id, attempt.personId);
	return mayHaveFeedback(assignedWork(assignment, attempt, exception), app.now());
}

const time = (milliseconds: number | null | undefined) =>
	milliseconds == null ? null : new Date(milliseconds).toISOString();
