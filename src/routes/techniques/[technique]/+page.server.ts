import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { answerTries } from '$lib/server/use-cases/glossary/answer-tries.ts';
import { viewTechnique } from '$lib/server/use-cases/glossary/view-glossary.ts';
import { viewTry } from '$lib/server/use-cases/study/try-technique.ts';

export const load = loading(async ({ locals, params }: PageServerLoadEvent) => ({
	...viewTechnique(locals.app, params.technique),
	tries: await viewTry(locals.app, locals.actor, params.technique),
}));

export const actions = {
	try: acting(async ({ locals, params }: RequestEvent, said) => ({
		tried: await answerTries(locals.app, locals.actor, params.technique, said),
	})),
};
