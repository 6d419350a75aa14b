/** How each use case is called that refuses those whom it is not for. */
import type { Actor } from '../../src/lib/domain/access/actor.ts';
import { HERE, LESSON } from '../support/test-app.ts';
import type { World } from './world.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each use case has a shape of its own
export type UseCase = (...given: any[]) => unknown;
export type Call = (useCase: UseCase, world: World, actor: Actor) => unknown;

/** Refused to nobody, to a stranger and to a student of another class alike. */
export const refused: Record<string, Call> = {
	'assignments/assign-lesson.ts#assignLesson': (use, w, actor) =>
		use(w.app, actor, w.classroomId, { lesson: LESSON, dueAt: null, feedbackRule: 'hand-in', practiceClosed: false }),
	'assignments/assign-lesson.ts#changeAssignment': (use, w, actor) =>
		use(w.app, actor, w.assignmentId, { dueAt: null, feedbackRule: 'hand-in', practiceClosed: false }),
	'assignments/assign-lesson.ts#withdrawAssignment': (use, w, actor) => use(w.app, actor, w.assignmentId, true),
	'assignments/assign-lesson.ts#authorizeFor': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'assignments/classroom-time-zone.ts#classroomTimeZone': (use, w, actor) => use(w.app, actor, w.classroomId),
	'assignments/classroom-time-zone.ts#timeZoneOfAssignment': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'assignments/assign-sequence.ts#assignSequence': (use, w, actor) =>
		use(w.app, actor, w.classroomId, { name: 'Mine', places: {}, isStepwise: true, daysApart: '' }),
	'assignments/change-sequence.ts#viewSequence': (use, w, actor) => use(w.app, actor, w.sequenceId),
	'assignments/change-sequence.ts#renameSequence': (use, w, actor) => use(w.app, actor, w.sequenceId, 'Mine'),
	'assignments/change-sequence.ts#withdrawSequence': (use, w, actor) => use(w.app, actor, w.sequenceId, true),
	'assignments/make-exception.ts#makeException': (use, w, actor) =>
		use(w.app, actor, w.assignmentId, { personId: w.studentId, dueAt: null, excused: true }),
	'assignments/make-exception.ts#endException': (use, w, actor) => use(w.app, actor, w.assignmentId, w.studentId),
	'assignments/view-assign-form.ts#viewAssignForm': (use, w, actor) => use(w.app, actor, w.classroomId),
	'assignments/view-assignment.ts#viewAssignment': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'assignments/view-paper.ts#viewAssignmentWorksheet': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'assignments/view-paper.ts#viewTeacherCopy': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'classrooms/move-student.ts#moveStudent': (use, w, actor) =>
		use(w.app, actor, w.classroomId, w.studentId, w.otherClassroomId),
	'classrooms/move-student.ts#viewMove': (use, w, actor) => use(w.app, actor, w.classroomId, w.studentId, null),
	'classrooms/run-classroom.ts#changeJoinCode': (use, w, actor) => use(w.app, actor, w.classroomId),
	'classrooms/run-classroom.ts#removeStudent': (use, w, actor) => use(w.app, actor, w.classroomId, w.studentId),
	'classrooms/change-settings.ts#archiveClassroom': (use, w, actor) => use(w.app, actor, w.classroomId),
	'classrooms/change-settings.ts#changeSettings': (use, w, actor) =>
		use(w.app, actor, w.classroomId, { name: 'Taken over', timeZone: 'UTC' }),
	'classrooms/change-settings.ts#takeOutOfArchive': (use, w, actor) => use(w.app, actor, w.classroomId),
	'classrooms/view-settings.ts#viewSettings': (use, w, actor) => use(w.app, actor, w.classroomId),
	'classrooms/view-classroom.ts#enterClassroom': (use, w, actor) => use(w.app, actor, w.classroomId),
	'classrooms/view-classroom.ts#viewClassroom': (use, w, actor) => use(w.app, actor, w.classroomId),
	'gradebook/find-work.ts#findWork': (use, w, actor) =>
		use(w.app, actor, { classroomId: w.classroomId, assignmentId: w.assignmentId, personId: w.studentId }),
	'gradebook/gradebook-csv.ts#gradebookCsv': (use, w, actor) => use(w.app, actor, w.classroomId),
	'gradebook/set-weights.ts#setWeights': (use, w, actor) => use(w.app, actor, w.classroomId, {}),
	'gradebook/set-weights.ts#viewWeights': (use, w, actor) => use(w.app, actor, w.classroomId),
	'gradebook/view-gradebook.ts#viewGradebook': (use, w, actor) => use(w.app, actor, w.classroomId),
	'gradebook/view-report.ts#viewOwnResults': (use, w, actor) => use(w.app, actor, w.classroomId),
	'gradebook/view-report.ts#viewReport': (use, w, actor) => use(w.app, actor, w.classroomId, w.studentId),
	'grading/grade-exercise.ts#gradeExercise': (use, w, actor) =>
		use(w.app, actor, w.handedInId, { exerciseId: w.exerciseId, points: '1', comment: '' }),
	'grading/hide-names.ts#hideNames': (use, w, actor) => use(w.app, actor, w.assignmentId, true),
	'grading/return-work.ts#returnAll': (use, w, actor) => use(w.app, actor, w.assignmentId, true),
	'grading/return-work.ts#returnWork': (use, w, actor) => use(w.app, actor, w.handedInId, ''),
	'grading/save-draft.ts#dropDraft': (use, w, actor) =>
		use(w.app, actor, w.handedInId, 'any', { gradeId: '', draftRevision: 0 }),
	'grading/save-draft.ts#saveDraftComment': (use, w, actor) =>
		use(w.app, actor, w.handedInId, { comment: 'Mine.', before: '' }),
	'grading/save-draft.ts#saveGradeDraft': (use, w, actor) =>
		use(
			w.app,
			actor,
			w.handedInId,
			{ exerciseId: w.exerciseId, points: '1', comment: '' },
			{ gradeId: '', draftRevision: 0 },
		),
	'grading/find-submission.ts#findSubmission': (use, w, actor) => use(w.app, actor, w.handedInId),
	'grading/view-pile.ts#viewPile': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'grading/view-queue.ts#viewQueue': (use, w, actor) => use(w.app, actor, w.classroomId),
	'grading/view-submission.ts#viewSubmission': (use, w, actor) => use(w.app, actor, w.handedInId),
	'grading/grades-csv.ts#gradesCsv': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'insight/view-insight.ts#viewInsight': (use, w, actor) =>
		use(w.app, actor, w.assignmentId, { exercise: null, category: null, withNames: true }),
	'insight/view-over-time.ts#viewOverTime': (use, w, actor) => use(w.app, actor, w.classroomId, null),
	'lessons/view-key.ts#viewKey': (use, w, actor) => use(w.app, actor, LESSON),
	'people/choose-own-password.ts#chooseOwnPassword': (use, w, actor) => use(w.app, actor, 'paper and ink'),
	'roster/cards.ts#askForCards': (use, w, actor) => use(w.app, actor, w.classroomId, [w.studentId]),
	'roster/cards.ts#forgetCards': (use, w, actor) => use(w.app, actor, w.classroomId, 'some-batch'),
	'roster/cards.ts#makeNewCards': (use, w, actor) =>
		use(w.app, actor, w.classroomId, { personIds: [w.studentId], batchId: 'some-batch' }),
	'roster/cards.ts#viewCards': (use, w, actor) => use(w.app, actor, w.classroomId, 'some-batch'),
	'roster/cards.ts#viewStudents': (use, w, actor) => use(w.app, actor, w.classroomId),
	'roster/import-roster.ts#importRoster': (use, w, actor) =>
		use(w.app, actor, w.classroomId, {
			list: 'Anna',
			order: 'first-last',
			leaveOutWrong: false,
			fingerprint: '',
			batchId: 'some-batch',
		}),
	'roster/import-roster.ts#previewRoster': (use, w, actor) =>
		use(w.app, actor, w.classroomId, { list: 'Anna', order: 'first-last', leaveOutWrong: false }),
	'comments/pin-comment.ts#changePinnedComment': (use, w, actor) => use(w.app, actor, w.pinId, 'Mine.'),
	'comments/pin-comment.ts#pinComment': (use, w, actor) => {
		const { exerciseId, start, end, quote } = w.words;
		const place = JSON.stringify({ start, end, quote });
		return use(w.app, actor, w.handedInId, { exerciseId, place, comment: 'Mine.' });
	},
	'comments/pin-comment.ts#removePinnedComment': (use, w, actor) => use(w.app, actor, w.pinId),
	'explanations/explain-mark.ts#changeExplanation': (use, w, actor) =>
		use(w.app, actor, w.explanationId, { words: 'Mine.', version: String(w.app.clock.now) }),
	'explanations/explain-mark.ts#explainMark': (use, w, actor) => {
		const { document, start, end, quote } = w.words;
		const mark = JSON.stringify({ document, start, end, quote, category: 'authority' });
		return use(w.app, actor, w.assignmentId, { mark, words: 'Mine.' });
	},
	'explanations/explain-mark.ts#withdrawExplanation': (use, w, actor) => use(w.app, actor, w.explanationId),
	'explanations/view-explanations.ts#viewExplanations': (use, w, actor) => use(w.app, actor, w.classroomId),
	'rulings/preview-ruling.ts#previewRuling': (use, w, actor) =>
		use(w.app, actor, w.challengeId, { decision: 'accept', width: '', counts: 'better' }),
	'rulings/preview-ruling.ts#previewTakingBack': (use, w, actor) => use(w.app, actor, w.rulingId, { counts: 'better' }),
	'rulings/read-ruling.ts#findToRuleOn': (use, w, actor) => use(w.app, actor, w.challengeId),
	'rulings/take-back-ruling.ts#findToTakeBack': (use, w, actor) => use(w.app, actor, w.rulingId),
	'rulings/take-back-ruling.ts#takeBackRuling': (use, w, actor) =>
		use(w.app, actor, w.rulingId, { answer: 'No.', counts: 'better', countsReason: '' }),
	'rulings/raise-challenge.ts#raiseChallenge': (use, w, actor) =>
		use(w.app, actor, w.assignmentId, { exerciseId: 'any', target: '{}', reason: 'So.' }),
	'rulings/rule-on-challenge.ts#ruleOnChallenge': (use, w, actor) =>
		use(w.app, actor, w.challengeId, {
			decision: 'keep',
			width: '',
			answer: 'No.',
			counts: 'better',
			countsReason: '',
		}),
	'rulings/view-challenges.ts#viewChallenges': (use, w, actor) => use(w.app, actor, w.classroomId),
	'staff/change-staff.ts#changeRole': (use, w, actor) =>
		use(w.app, actor, w.classroomId, { personId: w.assistantId, role: 'teacher' }),
	'staff/change-staff.ts#leaveStaff': (use, w, actor) => use(w.app, actor, w.classroomId),
	'staff/change-staff.ts#removeStaff': (use, w, actor) => use(w.app, actor, w.classroomId, w.assistantId),
	'staff/invite-staff.ts#inviteStaff': (use, w, actor) => use(w.app, actor, w.classroomId, 'assistant'),
	'staff/invite-staff.ts#takeBackInvitation': (use, w, actor) => use(w.app, actor, w.classroomId, 'any'),
	'study/answer-item.ts#answerItem': (use, w, actor) => {
		const { id, kind, next } = w.studySession;
		const answer = { play: 'quick-call', category: 'sound' };
		return use(w.app, actor, { id, kind, place: next?.place, sentence: next?.sentence, answer });
	},
	'study/finish-session.ts#finishSession': (use, w, actor) => use(w.app, actor, w.studySession.id),
	'study/view-session.ts#findOwnSession': (use, w, actor) => use(w.app, actor, w.studySession.id),
	'study/view-session.ts#viewSession': (use, w, actor) => use(w.app, actor, w.studySession),
	'work/check-exercise.ts#checkExercise': (use, w, actor) =>
		use(w.app, actor, { attemptId: w.practiceId, exerciseId: 'any', lesson: LESSON }),
	'work/check-exercise.ts#tryAgain': (use, w, actor) => use(w.app, actor, w.practiceId, 'any'),
	'work/hand-in.ts#handIn': (use, w, actor) => use(w.app, actor, w.handedInId, true),
	'work/view-door.ts#viewDoor': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'work/start-attempt.ts#startAttempt': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'work/open-assigned-work.ts#openAssignedWork': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'work/view-class-marks.ts#viewClassMarks': (use, w, actor) => use(w.app, actor, w.assignmentId),
	'work/preview-work.ts#previewWork': (use, w, actor) =>
		use(w.app, actor, w.assignmentId, { answers: {}, anyway: true, feedbackNow: true }),
	'work/save-answer.ts#saveAnswer': (use, w, actor) =>
		use(w.app, actor, {
			attemptId: w.practiceId,
			exerciseId: 'any',
			editionId: w.editionId,
			tryNumber: 1,
			revision: 0,
			answer: {},
		}),
};

/** About the actor's own account or classrooms: nobody is refused, anyone registered may. */
export const ownAccount: Record<string, Call> = {
	'classrooms/join-classroom.ts#joinClassroom': (use, w, actor) => use(w.app, actor, 'BCDFGH', HERE),
	'classrooms/open-classroom.ts#openClassroom': (use, w, actor) =>
		use(w.app, actor, { name: 'Period 3', teacherCode: '', address: HERE }),
	'classrooms/view-classroom.ts#listClassrooms': (use, w, actor) => use(w.app, actor),
	'notices/view-notices.ts#listNotices': (use, w, actor) => use(w.app, actor),
	'notices/view-notices.ts#seeNotices': (use, w, actor) => use(w.app, actor, ['any']),
	'staff/accept-invitation.ts#acceptInvitation': (use, w, actor) => use(w.app, actor, 'any'),
	'people/change-password.ts#changePassword': (use, w, actor) =>
		use(w.app, actor, { current: 'a', next: 'b', address: HERE }),
	'people/download-own-data.ts#downloadOwnData': (use, w, actor) => use(w.app, actor),
	'people/leave.ts#deleteOwnData': (use, w, actor) => use(w.app, actor, { password: '', sure: true, address: HERE }),
	'people/leave.ts#whatGoesAlong': (use, w, actor) => use(w.app, actor),
	'study/view-mirror.ts#deleteMirror': (use, w, actor) => use(w.app, actor),
	'study/view-mirror.ts#switchMirror': (use, w, actor) => use(w.app, actor, true),
};
