import type { PageServerLoadEvent, RequestEvent } from './$types';
import { Invalid } from '$lib/domain/errors.ts';
import { acting, loading } from '$lib/server/http/guard.ts';
import { deleteMirror, switchMirror, viewMirror } from '$lib/server/use-cases/study/view-mirror.ts';

export const load = loading(async ({ locals: { app, actor } }: PageServerLoadEvent) => viewMirror(app, actor));

export const actions = {
	switch: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		await switchMirror(app, actor, form.to === 'off');
		return { done: form.to === 'off' ? 'The mirror is off. Nothing is computed.' : 'The mirror is on.' };
	}),
	delete: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		if (form.sure !== 'on') throw new Invalid('Tick the box first, so that this is not done by mistake.', 'sure');
		await deleteMirror(app, actor);
		return { done: 'What the mirror showed is deleted. It begins anew with your next sentences.' };
	}),
};
