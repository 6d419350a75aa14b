import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { goOnAfterStop, openApp } from '$lib/server/open-app.ts';
import type { App as Underline } from '$lib/server/app.ts';
import { SESSION_COOKIE } from '$lib/server/auth/sessions.ts';
import { keepNewcomers } from '$lib/server/http/newcomers.ts';
import { setSessionCookie } from '$lib/server/http/session-cookie.ts';
import { kinds } from '$lib/exercises/kinds.ts';
import { scorers } from '$lib/exercises/scorers.server.ts';

let app: Underline;

export const init: ServerInit = async () => {
	if (building) return;
	app = await openApp({ kinds, scorers });
	const stop = new AbortController();
	process.once('sveltekit:shutdown', () => {
		stop.abort();
		app.store.close();
	});
	void goOnAfterStop(app, stop.signal);
};

const THEMES = ['light', 'dark', 'system'] as const;

export const handle: Handle = async ({ event, resolve }) => {
	const cookie = event.cookies.get(SESSION_COOKIE);
	const known = await app.sessions.whoIs(cookie);
	if (known.cookie) setSessionCookie(event, known.cookie);

	const wanted = event.cookies.get('theme');
	event.locals.app = app;
	event.locals.actor = known.actor;
	event.locals.theme = THEMES.find((theme) => theme === wanted) ?? 'system';

	keepNewcomers(event);

	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%underline.theme%', event.locals.theme),
		preload: ({ type, path }) => type !== 'font' || path.includes('latin-wght-normal'),
	});
	for (const [name, value] of SECURITY_HEADERS) response.headers.set(name, value);
	// A page may hold one person's work: no cache between us may keep it, and after a sign-out on a shared computer the
	// browser's own may not either, or the way back would show it to the next person.
	const kept = known.actor.kind === 'nobody' ? 'private, no-cache' : 'private, no-store';
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', kept);
	return response;
};

const SECURITY_HEADERS = [
	['x-content-type-options', 'nosniff'],
	['referrer-policy', 'same-origin'],
	['x-frame-options', 'DENY'],
	['cross-origin-opener-policy', 'same-origin'],
	['permissions-policy', 'camera=(), microphone=(), geolocation=()'],
] as const;

/** What nobody foresaw: the log has it, the person gets a sentence without insides. */
export const handleError: HandleServerError = ({ error, status, message, event }) => {
	if (status === 404) return { message: 'There is nothing here, or nothing that you may see.' };
	if (status < 500) return { message };
	console.error(`${event.request.method} ${event.url.pathname} failed:`, error);
	return { message: 'Something went wrong on our side. What was saved is safe. Please try again.' };
};
