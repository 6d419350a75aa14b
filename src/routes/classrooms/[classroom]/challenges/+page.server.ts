import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { ruleOnChallenge } from '$lib/server/use-cases/rulings/rule-on-challenge.ts';
import { viewChallenges } from '$lib/server/use-cases/rulings/view-challenges.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) =>
	viewChallenges(app, actor, params.classroom),
);

export const actions = {
	rule: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		const { challenge = '', decision = '', width = '', answer = '', counts = '', countsReason = '' } = form;
		const typed = { decision, width, answer, counts, countsReason };
		return { ruled: await ruleOnChallenge(app, actor, challenge, typed) };
	}),
};
