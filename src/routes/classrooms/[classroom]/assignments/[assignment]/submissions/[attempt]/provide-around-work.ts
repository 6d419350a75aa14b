/**
 * What the parts of a student's answers find around them on the page of a teacher: argument, explanations, comments,
 * and whose answers they are.
 */
import { invalidateAll } from '$app/navigation';
import type { Submission } from '$lib/server/use-cases/grading/view-submission.ts';
import { provideChallenges } from '$lib/ui/challenge/challenges.ts';
import { provideStudentsAnswer } from '$lib/ui/exercise/whose.ts';
import { provideExplanations } from '$lib/ui/explanations/explanations.ts';
import { providePins } from '$lib/ui/pinned/pinned.ts';

/** @param work as it was loaded last, with the address of its page */
export function provideAroundWork(work: () => { submission: Submission; address: string }): void {
	provideStudentsAnswer();
	provideChallenges({
		get disputes() {
			return work().submission.disputes;
		},
		mayObject: false,
		reload: invalidateAll,
	});
	provideExplanations({
		get explained() {
			return work().submission.explained;
		},
		get staff() {
			const { classroom, assignment, mayGrade } = work().submission;
			return mayGrade ? { address: `/classrooms/${classroom.id}/explanations`, assignmentId: assignment.id } : null;
		},
		reload: invalidateAll,
	});
	providePins({
		get pins() {
			return work().submission.pinned;
		},
		get address() {
			return work().submission.mayGrade ? work().address : null;
		},
		reload: invalidateAll,
	});
}
