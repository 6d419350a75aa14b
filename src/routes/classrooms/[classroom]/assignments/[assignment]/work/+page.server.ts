import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { raiseChallenge } from '$lib/server/use-cases/rulings/raise-challenge.ts';
import { viewClassMarks } from '$lib/server/use-cases/work/view-class-marks.ts';
import { handIn } from '$lib/server/use-cases/work/hand-in.ts';
import { openAssignedWork } from '$lib/server/use-cases/work/open-assigned-work.ts';

export const load = loading(async ({ locals: { app, actor }, params, setHeaders }: PageServerLoadEvent) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	const work = await openAssignedWork(app, actor, params.assignment);
	return { work, classMarks: await viewClassMarks(app, actor, params.assignment) };
});

export const actions = {
	handIn: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		await handIn(app, actor, form.attempt ?? '', form.anyway === 'yes');
		return { handedIn: true };
	}),
	challenge: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { exercise: exerciseId = '', target = '', reason = '' } = form;
		await raiseChallenge(app, actor, params.assignment, { exerciseId, target, reason });
		return { challenged: true };
	}),
};
