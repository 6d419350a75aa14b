import { error } from '@sveltejs/kit';
import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewTeacherCopy } from '$lib/server/use-cases/assignments/view-paper.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) => {
	const sheet = await viewTeacherCopy(app, actor, params.assignment);
	if (sheet.classroom.id !== params.classroom) error(404);
	return { sheet };
});
