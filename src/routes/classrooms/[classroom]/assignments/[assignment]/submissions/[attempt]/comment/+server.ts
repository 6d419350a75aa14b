import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import type { RequestEvent } from './$types';
import { Invalid } from '$lib/domain/errors.ts';
import { readJson } from '$lib/server/http/body.ts';
import { answering } from '$lib/server/http/guard.ts';
import { saveDraftComment } from '$lib/server/use-cases/grading/save-draft.ts';

const words = v.pipe(v.string(), v.maxLength(10_000));
const commentSchema = v.strictObject({ comment: words, before: words });

/** Keeps words on the whole work that the student does not have yet; 409 with what somebody else wrote meanwhile. */
export const PUT = answering(async (event: RequestEvent) => {
	const { app, actor } = event.locals;
	const body = v.safeParse(commentSchema, await readJson(event));
	if (!body.success) throw new Invalid('This is not a comment that this page could have sent. Reload the page.');
	return json(await saveDraftComment(app, actor, event.params.attempt, body.output));
});
