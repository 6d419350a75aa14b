/** What some may do of all that is refused to others. */

/** An assistant reads, grades, comments and returns; all else of a classroom is its teachers'. */
export const assistantMay = new Set([
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
export const inArchive = new Set([
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
export const ofNoClassroom = new Set([
	'people/choose-own-password.ts#chooseOwnPassword',
	'study/answer-item.ts#answerItem',
	'study/finish-session.ts#finishSession',
	'study/view-session.ts#findOwnSession',
	'study/view-session.ts#viewSession',
	'work/check-exercise.ts#checkExercise',
	'work/check-exercise.ts#tryAgain',
	'work/save-answer.ts#saveAnswer',
]);
