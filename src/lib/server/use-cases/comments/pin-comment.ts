import * as v from 'valibot';
import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import type { Span } from '../../../domain/spans/span.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAnswer } from '../../repositories/answers.ts';
import { findAttempt, type AttemptRow } from '../../repositories/attempts.ts';
import {
	deletePinnedComment,
	findPinnedComment,
	insertPinnedComment,
	updatePinnedComment,
} from '../../repositories/pinned-comments.ts';
import { relationToAssignment } from '../classrooms/relation-to.ts';
import { kindOf, storedAnswer } from '../work/parse-answer.ts';

const LONGEST = 2_000;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const placeSchema = v.strictObject({
	start: offset,
	end: offset,
	quote: v.pipe(v.string(), v.nonEmpty(), v.maxLength(20_000)),
});

/** Writes a comment to some words of handed-in work: of what the student typed, or of the document that was marked. */
export async function pinComment(
	app: App,
	actor: Actor,
	attemptId: string,
	typed: { exerciseId: string; place: string; comment: string },
): Promise<string> {
	const attempt = await findGraded(app, actor, attemptId);
	const text = await textOf(app, attempt, typed.exerciseId);
	const place = readPlace(typed.place);
	if (!place || text === null || text.slice(place.start, place.end) !== place.quote) {
		throw new Invalid('These words are not in the text any more. Please reload the page.', 'pin');
	}
	const comment = readComment(typed.comment);
	const id = app.newId();
	const { exerciseId } = typed;
	await app.store.write((transaction) =>
		insertPinnedComment(transaction, { id, attemptId, exerciseId, ...place, comment, ...signed(app, actor) }),
	);
	return id;
}

/** Other words for the same place. It is then by whoever wrote them, and of now. */
export async function changePinnedComment(app: App, actor: Actor, pinId: string, typed: string): Promise<void> {
	await findPin(app, actor, pinId);
	const comment = readComment(typed);
	await app.store.write(async (transaction) => {
		const now = await findPinnedComment(transaction, pinId);
		if (!now) throw new Conflict('This comment was removed a moment ago. Your words are kept here.');
		if (now.comment === comment) return;
		await updatePinnedComment(transaction, pinId, { comment, ...signed(app, actor) });
	});
}

/** Removes a comment: nothing of it is left, also where the student has read it. */
export async function removePinnedComment(app: App, actor: Actor, pinId: string): Promise<void> {
	await findPin(app, actor, pinId);
	await app.store.write((transaction) => deletePinnedComment(transaction, pinId));
}

const signed = (app: App, actor: Actor) => ({
	writtenBy: actor.kind === 'registered' ? actor.personId : null,
	createdAt: app.now(),
});

async function findPin(app: App, actor: Actor, pinId: string): Promise<void> {
	const pin = await findPinnedComment(app.store.read, pinId);
	await findGraded(app, actor, pin?.attemptId ?? null);
}

async function findGraded(app: App, actor: Actor, attemptId: string | null): Promise<AttemptRow> {
	const attempt = attemptId === null ? undefined : await findAttempt(app.store.read, attemptId);
	const assignmentId = attempt?.assignmentId ?? null;
	authorize('grade work', actor, assignmentId === null ? null : await relationToAssignment(app, actor, assignmentId));
	if (!attempt) throw new NotFound();
	if (attempt.handedInAt === null) throw new Conflict('This work is not handed in yet. It can be read when it is.');
	return attempt;
}

/** The text that comments of an exercise are pinned to; null where its kind has none. */
async function textOf(app: App, attempt: AttemptRow, exerciseId: string): Promise<string | null> {
	const edition = await app.editions.byId(attempt.editionId);
	const exercise = edition.exercises.find(({ id }) => id === exerciseId);
	if (!exercise) throw new NotFound();
	const row = await findAnswer(app.store.read, { attemptId: attempt.id, exerciseId, tryNumber: 1 });
	const text = kindOf(app, exercise).pinnableText?.(exercise.task, storedAnswer(app, exercise, row)) ?? null;
	if (text === null || text.is === 'typed') return text?.text ?? null;
	return edition.documents[text.document]?.text ?? null;
}

function readPlace(typed: string): (Span & { quote: string }) | null {
	try {
		const parsed = v.safeParse(placeSchema, JSON.parse(typed));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

function readComment(typed: string): string {
	const comment = typed.trim();
	if (comment === '') throw new Invalid('Write what you want to say about these words.', 'pin');
	if (comment.length > LONGEST) {
		throw new Invalid(`A comment on words has at most ${LONGEST.toLocaleString('en')} characters.`, 'pin');
	}
	return comment;
}
