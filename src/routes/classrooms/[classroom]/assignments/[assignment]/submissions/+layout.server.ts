import { error } from '@sveltejs/kit';
import type { LayoutServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewPile } from '$lib/server/use-cases/grading/view-pile.ts';

/** The pile stands beside every piece of work in it; going from one to the next does not ask for it again. */
export const load = loading(async ({ locals: { app, actor }, params, depends }: LayoutServerLoadEvent) => {
	depends('underline:pile');
	const pile = await viewPile(app, actor, params.assignment);
	if (pile.classroom.id !== params.classroom) error(404);
	return { pile };
});
