import * as v from 'valibot';
import type { Actor } from '../../../domain/access/actor.ts';
import { Conflict, Invalid, NotFound } from '../../../domain/errors.ts';
import { categories } from '../../../domain/marking/categories.ts';
import { isSame } from '../../../domain/spans/algebra.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import {
	deleteExplanation,
	findExplanation,
	findExplanations,
	insertExplanation,
	updateExplanation,
	type ExplanationRow,
} from '../../repositories/explanations.ts';
import { relationTo, relationToAssignment } from '../classrooms/relation-to.ts';

const LONGEST = 2_000;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const markSchema = v.strictObject({
	document: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
	category: v.picklist(categories),
	start: offset,
	end: offset,
	quote: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100_000)),
});
/** What a form sends of a mark: its place, and the words there as a checksum. */
export type TypedMark = v.InferOutput<typeof markSchema>;

/**
 * Explains a mark that the key does not have, once for everybody in the classroom who made or makes an equal one.
 * Nobody is told: it stands where they read their feedback.
 *
 * @returns the id of the explanation
 */
export async function explainMark(
	app: App,
	actor: Actor,
	assignmentId: string,
	typed: { mark: string; words: string },
): Promise<string> {
	const relation = await relationToAssignment(app, actor, assignmentId);
	authorize('grade work', actor, relation);
	if (!relation) throw new NotFound();
	const { assignment } = relation;
	const edition = await app.editions.byId(assignment.editionId);
	const mark = readMark(typed.mark);
	const text = edition.documents[mark?.document ?? '']?.text ?? '';
	if (!mark || text.slice(mark.start, mark.end) !== mark.quote) {
		throw new Invalid('These words are not in the text of today. Please reload the page.', 'words');
	}
	const words = readWords(typed.words);

	const { classroomId } = assignment;
	const id = app.newId();
	const writtenBy = actor.kind === 'registered' ? actor.personId : null;
	await app.store.write(async (transaction) => {
		const already = (await findExplanations(transaction, classroomId, [mark.document])).find(
			({ explanation }) => explanation.category === mark.category && isSame(explanation, mark),
		);
		if (already) {
			const who = already.by ?? 'Somebody';
			throw new Conflict(`${who} explained this mark a moment ago. Your words are kept here; reload to see theirs.`);
		}
		await insertExplanation(transaction, { id, classroomId, ...mark, words, writtenBy, createdAt: app.now() });
	});
	return id;
}

/** Other words for everybody whom it reaches; they see that, and when, it was changed. */
export async function changeExplanation(
	app: App,
	actor: Actor,
	explanationId: string,
	typed: { words: string; /** When the words that are being changed were written. */ version: string },
): Promise<void> {
	await findOwn(app, actor, explanationId);
	const words = readWords(typed.words);
	const writtenBy = actor.kind === 'registered' ? actor.personId : null;
	await app.store.write(async (transaction) => {
		const now = await findExplanation(transaction, explanationId);
		if (!now) throw new Conflict('This explanation was taken back a moment ago. Your words are kept here.');
		if (versionOf(now) !== typed.version) {
			throw new Conflict(`It was changed a moment ago, to “${now.words}” Your words are kept here.`);
		}
		if (now.words === words) return;
		await updateExplanation(transaction, explanationId, { words, writtenBy, changedAt: app.now() });
	});
}

/** Takes an explanation back: nobody sees it any more. */
export async function withdrawExplanation(app: App, actor: Actor, explanationId: string): Promise<void> {
	await findOwn(app, actor, explanationId);
	await app.store.write((transaction) => deleteExplanation(transaction, explanationId));
}

/** Names one wording of an explanation: a change is made to the words that were read, or not at all. */
export const versionOf = ({ createdAt, changedAt }: Pick<ExplanationRow, 'createdAt' | 'changedAt'>): string =>
	String(changedAt ?? createdAt);

async function findOwn(app: App, actor: Actor, explanationId: string): Promise<void> {
	const explanation = await findExplanation(app.store.read, explanationId);
	authorize('grade work', actor, explanation ? await relationTo(app, actor, explanation.classroomId) : null);
}

function readMark(typed: string): TypedMark | null {
	try {
		const parsed = v.safeParse(markSchema, JSON.parse(typed));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}

function readWords(typed: string): string {
	const words = typed.trim();
	if (words === '') throw new Invalid('Write what you want to say about this mark: a sentence is enough.', 'words');
	if (words.length > LONGEST) {
		throw new Invalid(`An explanation has at most ${LONGEST.toLocaleString('en')} characters.`, 'words');
	}
	return words;
}
