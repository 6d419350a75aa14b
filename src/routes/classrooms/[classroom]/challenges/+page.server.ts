import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { previewRuling, previewTakingBack } from '$lib/server/use-cases/rulings/preview-ruling.ts';
import { ruleOnChallenge } from '$lib/server/use-cases/rulings/rule-on-challenge.ts';
import { takeBackRuling } from '$lib/server/use-cases/rulings/take-back-ruling.ts';
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
	preview: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		const { challenge = '', decision = '', width = '', counts = '' } = form;
		const effect = await previewRuling(app, actor, challenge, { decision, width, counts });
		return { effect, about: challenge, typed: form };
	}),
	takeBack: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		const { ruling = '', answer = '', counts = '', countsReason = '' } = form;
		return { takenBack: await takeBackRuling(app, actor, ruling, { answer, counts, countsReason }) };
	}),
	previewTakingBack: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		const { ruling = '', counts = '' } = form;
		return { effect: await previewTakingBack(app, actor, ruling, { counts }), about: ruling, typed: form };
	}),
};
