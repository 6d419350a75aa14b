import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import { setSessionCookie } from '$lib/server/http/session-cookie.ts';
import { answerItem } from '$lib/server/use-cases/study/answer-item.ts';
import { finishSession } from '$lib/server/use-cases/study/finish-session.ts';
import { viewSession } from '$lib/server/use-cases/study/view-session.ts';
import { viewWhatIKnow } from '$lib/server/use-cases/study/view-what-i-know.ts';
import { answerIn } from './answer-in.ts';

export const load = loading(async ({ locals: { app, actor }, params, url }: PageServerLoadEvent) => {
	// People count from one; no place, or one that is none, shows no answer.
	const place = Number(url.searchParams.get('place') ?? 0) - 1;
	const session = await viewSession(app, actor, { id: params.session, kind: kindIn(url) }, place);
	if (!session.finished) return { session, comesBack: [] };
	const { techniques } = await viewWhatIKnow(app, actor);
	const comesBack = techniques.flatMap(({ technique, memory }) =>
		memory ? [{ technique, dueAt: memory.dueAt, isOfThis: isIn(session.review ?? [], technique) }] : [],
	);
	return { session, comesBack: comesBack.sort((a, b) => a.dueAt - b.dueAt) };
});

export const actions = {
	/** Ends on the reason, at an address of its own: a reload or a second tab answers nothing twice. */
	answer: acting(async (event: RequestEvent, form) => {
		const { locals, params, url } = event;
		const place = Number(form.place);
		const { cookie } = await answerItem(locals.app, locals.actor, {
			id: params.session,
			kind: kindIn(url),
			place,
			sentence: form.sentence ?? '',
			answer: answerIn(form),
		});
		if (cookie) setSessionCookie(event, cookie);
		redirect(303, `/study/${params.session}?place=${place + 1}`);
	}),
	finish: acting(async ({ locals: { app, actor }, params }: RequestEvent) => {
		await finishSession(app, actor, params.session);
		redirect(303, `/study/${params.session}`);
	}),
};

const kindIn = (url: URL) => (url.searchParams.get('kind') === 'placement' ? 'placement' : 'session');

type Answered = { feedback: { techniques: string[]; looksLike: string | null } | null };

const isIn = (review: readonly Answered[], technique: string) =>
	review.some(({ feedback }) => feedback?.techniques[0] === technique || feedback?.looksLike === technique);
