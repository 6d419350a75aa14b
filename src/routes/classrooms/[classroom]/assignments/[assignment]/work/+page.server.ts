import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { raiseChallenge } from '$lib/server/use-cases/rulings/raise-challenge.ts';
import { viewClassMarks } from '$lib/server/use-cases/work/view-class-marks.ts';
import { handIn } from '$lib/server/use-cases/work/hand-in.ts';
import { openAssignedWork } from '$lib/server/use-cases/work/open-assigned-work.ts';
import { startAttempt } from '$lib/server/use-cases/work/start-attempt.ts';
import { viewDoor } from '$lib/server/use-cases/work/view-door.ts';

export const load = loading(async ({ locals: { app, actor }, params, url, setHeaders }: PageServerLoadEvent) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	const door = await viewDoor(app, actor, params.assignment);
	if (door) return { door, open: null };
	const work = await openAssignedWork(app, actor, params.assignment, Number(url.searchParams.get('attempt')) || null);
	return { door: null, open: { work, classMarks: await viewClassMarks(app, actor, params.assignment) } };
});

export const actions = {
	handIn: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		await handIn(app, actor, form.attempt ?? '', form.anyway === 'yes');
		return { handedIn: true };
	}),
	startAttempt: acting(async ({ locals: { app, actor }, params, url }: RequestEvent) => {
		await startAttempt(app, actor, params.assignment);
		redirect(303, url.pathname);
	}),
	challenge: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { exercise: exerciseId = '', target = '', reason = '' } = form;
		const attempt = Number(form.attempt) || null;
		await raiseChallenge(app, actor, params.assignment, { exerciseId, target, reason, attempt });
		return { challenged: true };
	}),
};
