import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import type { RequestEvent } from './$types';
import { Invalid } from '$lib/domain/errors.ts';
import { readJson } from '$lib/server/http/body.ts';
import { answering } from '$lib/server/http/guard.ts';
import { setSessionCookie } from '$lib/server/http/session-cookie.ts';
import { saveAnswer } from '$lib/server/use-cases/work/save-answer.ts';

const counted = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000));
const saveSchema = v.strictObject({
	lesson: v.optional(v.pipe(v.string(), v.maxLength(100))),
	edition: v.pipe(v.string(), v.maxLength(100)),
	try: v.pipe(counted, v.minValue(1)),
	revision: counted,
	answer: v.unknown(),
});

/** Saves a draft. Answers `{ attempt, revision, savedAt }`, or 409 with what is there now. */
export const PUT = answering(async (event: RequestEvent) => {
	const body = v.safeParse(saveSchema, await readJson(event));
	if (!body.success) throw new Invalid('This is not an answer that this page could have sent. Reload the page.');

	const { lesson, edition, revision, answer } = body.output;
	const { app, actor } = event.locals;
	const saved = await saveAnswer(app, actor, {
		attemptId: event.params.attempt,
		exerciseId: event.params.exercise,
		lesson,
		editionId: edition,
		tryNumber: body.output.try,
		revision,
		answer,
	});
	if (saved.cookie) setSessionCookie(event, saved.cookie);
	return json({ attempt: saved.attemptId, revision: saved.revision, savedAt: saved.savedAt });
});
