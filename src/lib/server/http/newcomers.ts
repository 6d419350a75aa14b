import { error, redirect, type RequestEvent } from '@sveltejs/kit';

export const OWN_PASSWORD_PATH = '/me/new-password';
/** What somebody may open who signed in with a card's password and has not chosen one of their own yet. */
const OPEN_PATHS = new Set([OWN_PASSWORD_PATH, '/sign-out', '/privacy']);

/**
 * The one place that keeps newcomers: every page leads to the choice of a password, and back to where they wanted to go.
 * Deeds are refused once more, each of them, by server/access/authorize.ts.
 */
export function keepNewcomers({ locals, request, url }: RequestEvent): void {
	if (locals.actor.kind !== 'newcomer' || OPEN_PATHS.has(url.pathname)) return;
	if (request.method === 'GET' || request.method === 'HEAD') {
		redirect(303, `${OWN_PASSWORD_PATH}?next=${encodeURIComponent(url.pathname + url.search)}`);
	}
	if (request.method === 'POST') redirect(303, OWN_PASSWORD_PATH);
	error(403, 'Choose a password of your own first.');
}
