import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading, type FormValues } from '$lib/server/http/guard.ts';
import { changePinnedComment, pinComment, removePinnedComment } from '$lib/server/use-cases/comments/pin-comment.ts';
import { gradeExercise } from '$lib/server/use-cases/grading/grade-exercise.ts';
import { returnWork } from '$lib/server/use-cases/grading/return-work.ts';
import { dropDraft, saveGradeDraft } from '$lib/server/use-cases/grading/save-draft.ts';
import { viewSubmission } from '$lib/server/use-cases/grading/view-submission.ts';

export const load = loading(async ({ locals: { app, actor }, params, url }: PageServerLoadEvent) => {
	const exercise = url.searchParams.get('exercise');
	const submission = await viewSubmission(app, actor, params.attempt, exercise);
	if (submission.assignment.id !== params.assignment || submission.classroom.id !== params.classroom) error(404);
	return { submission, single: exercise };
});

export const actions = {
	grade: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await gradeExercise(app, actor, params.attempt, readTyped(form), readFrom(form));
		goOn(params, form.next);
		return { graded: form.exercise ?? '' };
	}),
	draft: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await saveGradeDraft(app, actor, params.attempt, readTyped(form), readFrom(form));
		return { kept: form.exercise ?? '' };
	}),
	drop: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await dropDraft(app, actor, params.attempt, form.exercise ?? '', readFrom(form));
		return { dropped: form.exercise ?? '' };
	}),
	return: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await returnWork(app, actor, params.attempt, form.comment ?? '', form.before);
		goOn(params, form.next);
		return { done: 'Returned. The student can see grade, comments and what was right.' };
	}),
	pin: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { exercise: exerciseId = '', place = '', comment = '' } = form;
		await pinComment(app, actor, params.attempt, { exerciseId, place, comment });
		return { done: 'The comment stands at its words.' };
	}),
	changePin: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		await changePinnedComment(app, actor, form.pin ?? '', form.comment ?? '');
		return { done: 'The comment is changed.' };
	}),
	removePin: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		await removePinnedComment(app, actor, form.pin ?? '');
		return { done: 'The comment is removed.' };
	}),
};

function readTyped({ exercise: exerciseId = '', points = '', comment = '', ...rest }: FormValues) {
	const levels: (number | null)[] = [];
	for (const [name, value] of Object.entries(rest)) {
		const criterion = /^level-(\d{1,2})$/u.exec(name)?.[1];
		if (criterion !== undefined && /^\d{1,2}$/u.test(value)) levels[Number(criterion)] = Number(value);
	}
	return { exerciseId, points, comment, levels: Array.from(levels, (level) => level ?? null) };
}

/** What the page showed when somebody began to type, so that nobody's decision is overwritten unseen. */
const readFrom = ({ gradeId = '', draftRevision = '' }: FormValues) => ({
	gradeId,
	draftRevision: /^\d{1,6}$/u.test(draftRevision) ? Number(draftRevision) : 0,
});

/** To the next piece of work, or to the next exercise of this one, where the form names it. */
function goOn({ classroom, assignment }: { classroom: string; assignment: string }, next: string | undefined) {
	if (!next || !/^[\w-]+(?:\?exercise=[\w-]+)?(?:#[\w-]+)?$/u.test(next)) return;
	redirect(303, `/classrooms/${classroom}/assignments/${assignment}/submissions/${next}`);
}
