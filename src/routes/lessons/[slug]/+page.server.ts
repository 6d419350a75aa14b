import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { checkExercise, tryAgain } from '$lib/server/use-cases/work/check-exercise.ts';
import { viewPractice } from '$lib/server/use-cases/work/view-practice.ts';

export const load = loading(async ({ locals, params, url, setHeaders }: PageServerLoadEvent) => {
	// The documents are other people's texts, shown for teaching: no search engine should keep them.
	setHeaders({ 'x-robots-tag': 'noindex' });
	const wish = url.searchParams.has('newest') ? 'newest' : 'own work';
	return { work: await viewPractice(locals.app, locals.actor, params.slug, wish) };
});

export const actions = {
	check: acting(async ({ locals, params }: RequestEvent, form) => {
		const { attempt: attemptId = '', exercise: exerciseId = '' } = form;
		await checkExercise(locals.app, locals.actor, { attemptId, exerciseId, lesson: params.slug });
		return { checked: exerciseId };
	}),
	tryAgain: acting(async ({ locals }: RequestEvent, form) => {
		await tryAgain(locals.app, locals.actor, form.attempt ?? '', form.exercise ?? '');
		return { begun: form.exercise };
	}),
};
