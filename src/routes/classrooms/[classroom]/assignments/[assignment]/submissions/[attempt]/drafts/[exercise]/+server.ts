import { json } from '@sveltejs/kit';
import * as v from 'valibot';
import type { RequestEvent } from './$types';
import { Invalid } from '$lib/domain/errors.ts';
import { readJson } from '$lib/server/http/body.ts';
import { answering } from '$lib/server/http/guard.ts';
import { saveGradeDraft } from '$lib/server/use-cases/grading/save-draft.ts';

const counted = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_000_000));
const draftSchema = v.strictObject({
	points: v.pipe(v.string(), v.maxLength(100)),
	comment: v.pipe(v.string(), v.maxLength(10_000)),
	levels: v.pipe(v.array(v.nullable(counted)), v.maxLength(100)),
	gradeId: v.pipe(v.string(), v.maxLength(100)),
	draftRevision: counted,
});

/** Keeps a draft of a decision. Answers `{ revision, savedAt }`, or 409 with what somebody else decided meanwhile. */
export const PUT = answering(async (event: RequestEvent) => {
	const { app, actor } = event.locals;
	const body = v.safeParse(draftSchema, await readJson(event));
	if (!body.success) throw new Invalid('This is not a draft that this page could have sent. Reload the page.');
	const { points, comment, levels, gradeId, draftRevision } = body.output;
	const typed = { exerciseId: event.params.exercise, points, comment, levels };
	return json(await saveGradeDraft(app, actor, event.params.attempt, typed, { gradeId, draftRevision }));
});
