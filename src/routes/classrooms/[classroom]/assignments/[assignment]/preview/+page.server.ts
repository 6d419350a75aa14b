import { error, redirect } from '@sveltejs/kit';
import { parse, record, string, unknown as anything } from 'valibot';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { Conflict, Invalid } from '$lib/domain/errors.ts';
import { acting, loading } from '$lib/server/http/guard.ts';
import { previewWork } from '$lib/server/use-cases/work/preview-work.ts';

export const load = loading(async ({ locals: { app, actor }, params, setHeaders }: PageServerLoadEvent) => {
	setHeaders({ 'x-robots-tag': 'noindex' });
	const open = await previewWork(app, actor, params.assignment);
	if (open.work.assignment.classroomId !== params.classroom) error(404);
	return { open };
});

export const actions = {
	handIn: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const answers = readAnswers(form.answers ?? '');
		const wish = { answers, anyway: form.anyway === 'yes', feedbackNow: form.feedback === 'now' };
		return { previewed: await previewWork(app, actor, params.assignment, wish) };
	}),
	startAttempt: acting(({ url }: RequestEvent) => redirect(303, url.pathname)),
	challenge: acting(() => {
		throw new Conflict('This is a preview, so nothing was sent. A student’s objection goes to the teachers.');
	}),
};

function readAnswers(sent: string): Record<string, unknown> {
	try {
		return parse(record(string(), anything()), JSON.parse(sent));
	} catch {
		throw new Invalid('The answers of this preview did not arrive. Please try once more.');
	}
}
