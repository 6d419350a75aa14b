import type { Cookies } from '@sveltejs/kit';
import { SESSION_COOKIE, type CookieToSet } from '../auth/sessions.ts';

/** Http-only, same-site, and secure whenever the page itself came over https. */
export function setSessionCookie({ cookies, url }: { cookies: Cookies; url: URL }, cookie: CookieToSet): void {
	cookies.set(SESSION_COOKIE, cookie.value, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		expires: cookie.expires,
	});
}

export function clearSessionCookie({ cookies, url }: { cookies: Cookies; url: URL }): void {
	cookies.delete(SESSION_COOKIE, { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' });
}
