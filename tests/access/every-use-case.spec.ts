/**
 * Every use case is called as nobody, as a stranger and as a student of another class. A new use case that is in none
 * of the three lists below fails this test, so nobody can forget to say who may use it.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/lib/domain/access/actor.ts';
import { NotFound } from '../../src/lib/domain/errors.ts';
import { findAttemptForAssignment } from '../../src/lib/server/repositories/attempts.ts';
import { findSequencesOfClassroom } from '../../src/lib/server/repositories/sequences.ts';
import { assignSequence } from '../../src/lib/server/use-cases/assignments/assign-sequence.ts';
import { archiveClassroom } from '../../src/lib/server/use-cases/classrooms/change-settings.ts';
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

const FOLDER = join(process.cwd(), 'src/lib/server/use-cases');

type World = {
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
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each use case has a shape of its own
type UseCase = (...given: any[]) => unknown;
type Call = (useCase: UseCase, world: World, actor: Actor) => unknown;

/** Refused to nobody, to a stranger and to a student of another class alike. */
const refused: Record<string, Call> = {
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
const ownAccount: Record<string, Call> = {
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

/** Open to everybody, or called by the server itself, or plain rules without anybody's data. */
const openToAll = new Set([
	'assignments/view-assignment.ts#progressOf',
	'assignments/assign-lesson.ts#withPartner',
	'assignments/assigned-edition.ts#askedExercises',
	'assignments/assigned-edition.ts#assignedEdition',
	'assignments/assigned-edition.ts#assignedRuledEdition',
	'assignments/give-lessons.ts#giveLessons',
	'assignments/give-lessons.ts#readPart',
	'assignments/locked-step.ts#refuseLockedStep',
	'assignments/locked-step.ts#toStep',
	'assignments/read-rules.ts#readRules',
	'assignments/read-rules.ts#rulesOf',
	'assignments/results-of.ts#resultsOf',
	'classrooms/join-classroom.ts#findInvitation',
	'classrooms/join-classroom.ts#viewInvitation',
	'classrooms/join-code.ts#makeJoinCode',
	'classrooms/join-code.ts#readJoinCode',
	'classrooms/open-classroom.ts#parseClassroomName',
	'classrooms/score-moved-work.ts#scoreByRulingsOf',
	'classrooms/what-one-may.ts#whatOneMay',
	'classrooms/time-zone.ts#parseTimeZone',
	'classrooms/time-zone.ts#timeZones',
	'classrooms/plan-of-move.ts#planOfMove',
	'classrooms/relation-to.ts#ownershipOf',
	'classrooms/relation-to.ts#relationTo',
	'classrooms/relation-to.ts#relationToAssignment',
	'classrooms/view-classroom.ts#roleOf',
	'gradebook/gather-results.ts#gatherResults',
	'glossary/answer-tries.ts#answerTries',
	'glossary/view-glossary.ts#listTechniques',
	'glossary/view-glossary.ts#viewTechnique',
	'grading/decision.ts#isHalfDone',
	'grading/decision.ts#readComment',
	'grading/decision.ts#readDecision',
	'grading/decision.ts#refuseIfDecidedMeanwhile',
	'grading/decision.ts#rubricOf',
	'grading/find-submission.ts#personOf',
	'grading/find-submission.ts#studentsShown',
	'grading/grade-exercise.ts#publish',
	'grading/return-work.ts#StillToGrade',
	'grading/save-draft.ts#refuseIfWrittenMeanwhile',
	'grading/view-queue.ts#countWorkToGrade',
	'insight/view-insight.ts#markedText',
	'assignments/assign-sequence.ts#readSequenceName',
	'lessons/in-sequence.ts#inSequences',
	'lessons/lesson-title.ts#lessonTitle',
	'lessons/view-course.ts#viewCourse',
	'lessons/view-key.ts#isSecretFrom',
	'lessons/view-key.ts#showKeys',
	'lessons/view-worksheet.ts#viewWorksheet',
	'library/view-library.ts#findInLibrary',
	'library/view-library.ts#listSources',
	'library/view-library.ts#viewSource',
	'notices/tell-due-soon.ts#tellDueSoon',
	'notices/tell.ts#tellAssigned',
	'notices/tell.ts#tellReturned',
	'notices/view-notices.ts#countNewNotices',
	'people/is-in-use.ts#isInUse',
	'people/leave.ts#forgetTheLongGone',
	'people/names.ts#foldUserName',
	'people/names.ts#parseDisplayName',
	'people/names.ts#parsePassword',
	'people/names.ts#parseUserName',
	'people/prove-password.ts#provePassword',
	'people/register.ts#register',
	'people/reset-password.ts#makeResetLink',
	'people/reset-password.ts#readResetLink',
	'people/reset-password.ts#resetPassword',
	'people/sign-in.ts#guestHasWork',
	'people/sign-in.ts#signIn',
	'roster/cards.ts#parseBatchId',
	'roster/plan-roster.ts#planRoster',
	'comments/pinned-comments.ts#pinnedCommentsOf',
	'explanations/explain-mark.ts#versionOf',
	'explanations/explained.ts#explainedForStaff',
	'explanations/explained.ts#explainedIn',
	'explanations/extra-marks.ts#extraMarksOf',
	'explanations/extra-marks.ts#markedExercises',
	'explanations/extra-marks.ts#mayHaveEqual',
	'rulings/disputes.ts#disputesOf',
	'rulings/preview-ruling.ts#spreadOut',
	'rulings/read-ruling.ts#readCounts',
	'rulings/read-ruling.ts#readCountsRule',
	'rulings/read-ruling.ts#readDecision',
	'rulings/read-ruling.ts#readWords',
	'rulings/ruled-edition.ts#calledRight',
	'rulings/ruled-edition.ts#rulingsWithStanding',
	'rulings/regrade.ts#noticeOfRuling',
	'rulings/regrade.ts#regrade',
	'rulings/ruled-edition.ts#ruledEdition',
	'rulings/ruled-edition.ts#toRuling',
	'rulings/ruled-edition.ts#withRulings',
	'rulings/view-challenges.ts#groupChallenges',
	'rulings/view-challenges.ts#spansOf',
	'rulings/view-challenges.ts#widthsOf',
	'rulings/view-challenges.ts#wordsOf',
	'staff/accept-invitation.ts#viewStaffInvitation',
	'staff/invite-staff.ts#parseStaffRole',
	'study/download-study.ts#downloadStudy',
	'study/end-session.ts#endOpenSessions',
	'study/end-session.ts#endSession',
	'study/end-session.ts#takeStudyAlong',
	'study/lay-out.ts#layOut',
	'study/lay-out.ts#personOf',
	'study/lesson-tries.ts#lessonTries',
	'study/open-pool.ts#openPool',
	'study/read-study.ts#finished',
	'study/read-study.ts#lastAnswerAt',
	'study/read-study.ts#placedIn',
	'study/read-study.ts#readAnswer',
	'study/read-study.ts#readSession',
	'study/read-study.ts#readStudy',
	'study/read-study.ts#settled',
	'study/read-study.ts#stateOf',
	'study/sentence-name.ts#nameForPage',
	'study/start-session.ts#startPlacement',
	'study/start-session.ts#startSession',
	'study/try-technique.ts#answerTry',
	'study/try-technique.ts#viewTry',
	'study/view-mirror.ts#viewMirror',
	'study/view-session.ts#openPlace',
	'study/view-session.ts#sentenceOf',
	'study/view-session.ts#showSource',
	'study/view-session.ts#unstored',
	'study/view-what-i-know.ts#viewWhatIKnow',
	'work/hand-in.ts#Incomplete',
	'work/is-finished.ts#isFinished',
	'work/open-assigned-work.ts#assignedWork',
	'work/settle-attempts.ts#judgeAgain',
	'work/settle-attempts.ts#resultsOfAttempts',
	'work/settle-attempts.ts#settleAttempts',
	'work/start-attempt.ts#openAttempt',
	'work/taking-in.ts#NotYetOpen',
	'work/taking-in.ts#refuseBeforeOpening',
	'work/taking-in.ts#refuseUnlessOpen',
	'work/parse-answer.ts#kindOf',
	'work/parse-answer.ts#parseAnswer',
	'work/parse-answer.ts#scorerOf',
	'work/parse-answer.ts#storedAnswer',
	'work/practice-closed.ts#practiceClosed',
	'work/score-answer.ts#scoreAnswer',
	'work/show-work.ts#creditOf',
	'work/show-work.ts#reviewAnswer',
	'work/show-work.ts#showExercise',
	'work/show-work.ts#showWork',
	'work/start-practice.ts#startPractice',
	'work/view-practice.ts#viewPractice',
]);

const useCases = await findUseCases();
type Outsider = 'nobody' | 'a stranger' | 'a student of another class';
type Insider = 'its teacher' | 'its assistant' | 'its student';
let world: World;
let actors: Record<Outsider | Insider, Actor>;

beforeAll(async () => {
	({ world, actors } = await makeWorld());
});

async function makeWorld(): Promise<{ world: World; actors: typeof actors }> {
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

test('every use case is in exactly one list', () => {
	const listed = [...Object.keys(refused), ...Object.keys(ownAccount), ...openToAll].sort();
	expect([...useCases.keys()].sort()).toEqual(listed);
});

describe.each(['nobody', 'a stranger', 'a student of another class'] as const)('as %s', (who) => {
	test.each(Object.keys(refused))('%s is refused, and the refusal looks like absence', async (name) => {
		const call = async () => refused[name]?.(useCases.get(name) as UseCase, world, actors[who]);
		await expect(call()).rejects.toThrow(NotFound);
	});
});

test.each(Object.keys(ownAccount))('as nobody, %s is refused', async (name) => {
	const call = async () => ownAccount[name]?.(useCases.get(name) as UseCase, world, NOBODY);
	await expect(call()).rejects.toThrow(NotFound);
});

/** An assistant reads, grades, comments and returns; all else of a classroom is its teachers'. */
const assistantMay = new Set([
	'assignments/view-assignment.ts#viewAssignment',
	'assignments/view-paper.ts#viewAssignmentWorksheet',
	'assignments/view-paper.ts#viewTeacherCopy',
	'classrooms/view-classroom.ts#enterClassroom',
	'classrooms/view-classroom.ts#viewClassroom',
	'classrooms/view-settings.ts#viewSettings',
	'comments/pin-comment.ts#changePinnedComment',
	'comments/pin-comment.ts#pinComment',
	'comments/pin-comment.ts#removePinnedComment',
	'explanations/explain-mark.ts#changeExplanation',
	'explanations/explain-mark.ts#explainMark',
	'explanations/explain-mark.ts#withdrawExplanation',
	'explanations/view-explanations.ts#viewExplanations',
	'gradebook/find-work.ts#findWork',
	'gradebook/gradebook-csv.ts#gradebookCsv',
	'gradebook/view-gradebook.ts#viewGradebook',
	'gradebook/view-report.ts#viewReport',
	'grading/find-submission.ts#findSubmission',
	'grading/grade-exercise.ts#gradeExercise',
	'grading/grades-csv.ts#gradesCsv',
	'grading/return-work.ts#returnAll',
	'grading/return-work.ts#returnWork',
	'grading/save-draft.ts#dropDraft',
	'grading/save-draft.ts#saveDraftComment',
	'grading/save-draft.ts#saveGradeDraft',
	'grading/view-pile.ts#viewPile',
	'grading/view-queue.ts#viewQueue',
	'grading/view-submission.ts#viewSubmission',
	'insight/view-insight.ts#viewInsight',
	'insight/view-over-time.ts#viewOverTime',
	'lessons/view-key.ts#viewKey',
	'rulings/view-challenges.ts#viewChallenges',
	'staff/change-staff.ts#leaveStaff',
	'work/preview-work.ts#previewWork',
]);

/** What can still be read, and done, when a classroom is in the archive. */
const inArchive = new Set([
	...[...assistantMay].filter(
		(name) =>
			!/#(findSubmission|gradeExercise|return\w+|dropDraft|save\w+|(pin|change|remove\w*)\w*Comment|explainMark|\w+Explanation)$/u.test(
				name,
			),
	),
	'classrooms/change-settings.ts#takeOutOfArchive',
	'gradebook/view-report.ts#viewOwnResults',
	'work/open-assigned-work.ts#openAssignedWork',
	'work/view-door.ts#viewDoor',
	'work/view-class-marks.ts#viewClassMarks',
]);
/** About a person's own practice or account: no archive is asked. */
const ofNoClassroom = new Set([
	'people/choose-own-password.ts#chooseOwnPassword',
	'study/answer-item.ts#answerItem',
	'study/finish-session.ts#finishSession',
	'study/view-session.ts#findOwnSession',
	'study/view-session.ts#viewSession',
	'work/check-exercise.ts#checkExercise',
	'work/check-exercise.ts#tryAgain',
	'work/save-answer.ts#saveAnswer',
]);

describe('as an assistant of the class', () => {
	test.each(Object.keys(refused).filter((name) => !assistantMay.has(name)))('%s is refused', async (name) => {
		expect(await outcome(name, world, actors['its assistant'])).toBe('NotFound');
	});

	test.each([...assistantMay])('%s is allowed', async (name) => {
		const own = await makeWorld();
		expect(await outcome(name, own.world, own.actors['its assistant'])).toBe('done');
	});
});

describe('in the archive', () => {
	let archived: Awaited<ReturnType<typeof makeWorld>>;
	beforeAll(async () => {
		archived = await makeWorld();
		await archiveClassroom(archived.world.app, archived.actors['its teacher'], archived.world.classroomId);
	});

	const changing = Object.keys(refused).filter((name) => !inArchive.has(name) && !ofNoClassroom.has(name));
	test.each(changing)('%s is refused to who might do it elsewhere, and says why', async (name) => {
		const asTeacher = await outcome(name, archived.world, archived.actors['its teacher']);
		const asStudent = await outcome(name, archived.world, archived.actors['its student']);
		expect([asTeacher, asStudent].sort()).toEqual(['InArchive', 'NotFound']);
	});

	test.each([...inArchive].filter((name) => !/#(takeOut|leave)/u.test(name)))('%s is as before', async (name) => {
		const whoever = [archived.actors['its teacher'], archived.actors['its student']];
		const outcomes = await Promise.all(whoever.map((actor) => outcome(name, archived.world, actor)));
		expect(outcomes).toContain('done');
	});
});

/** What came of calling a use case: done, or the name of what it threw. */
async function outcome(name: string, given: World, actor: Actor): Promise<string> {
	try {
		await refused[name]?.(useCases.get(name) as UseCase, given, actor);
		return 'done';
	} catch (problem) {
		return problem instanceof Error ? problem.name : 'unknown';
	}
}

async function findUseCases(): Promise<Map<string, unknown>> {
	const found = new Map<string, unknown>();
	const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
	);
	for (const file of files) {
		const module = (await import(join(FOLDER, file))) as Record<string, unknown>;
		for (const [name, value] of Object.entries(module)) {
			if (typeof value === 'function') found.set(`${file.replaceAll('\\', '/')}#${name}`, value);
		}
	}
	return found;
}
