import { error } from '@sveltejs/kit';

export const TOO_LARGE = 'This is more than one answer can hold. Nothing was changed; what was saved before is safe.';

/** Adapter-node refuses a body over its limit while it is being read. */
export function isTooLarge(problem: unknown): boolean {
	return typeof problem === 'object' && problem !== null && 'status' in problem && problem.status === 413;
}

/** Reads a JSON body sent by our own page; another site's page is refused (Kit itself checks forms only). */
export async function readJson(event: { request: Request; url: URL }): Promise<unknown> {
	const { headers } = event.request;
	if (headers.get('origin') !== event.url.origin) error(403, 'This was not sent by a page of this site.');
	if (!headers.get('content-type')?.startsWith('application/json')) error(415, 'This is not JSON.');
	const text = await event.request.text();
	try {
		return JSON.parse(text) as unknown;
	} catch {
		error(400, 'This is not JSON.');
	}
}
