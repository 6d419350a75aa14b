import type { Actor } from '../../../domain/access/actor.ts';
import type { DocumentAbout } from '../../../domain/documents/document.ts';
import { NotFound } from '../../../domain/errors.ts';
import type { Technique } from '../../../domain/marking/categories.ts';
import { feedbackOn, showKey, type ShownKey, type StudyFeedback } from '../../../domain/study/feedback.ts';
import type { Placed } from '../../../domain/study/placement.ts';
import { placeReader } from '../../../domain/study/placement.ts';
import { minutesOf, type PlanItem, type StudyPlan } from '../../../domain/study/plan.ts';
import type { PoolSentence } from '../../../domain/study/pool.ts';
import type { Play } from '../../../domain/study/readings.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAnswersInSession, findStudySession } from '../../repositories/study.ts';
import { layOut, personOf, type StudyKind } from './lay-out.ts';
import { openPool, type OpenPool } from './open-pool.ts';
import { nameForPage } from './sentence-name.ts';
import { readAnswer, readSession, readStudy, type ReadAnswer, type ReadSession } from './read-study.ts';

/** Where a sentence of a document comes from; null for one of our own. */
export type ShownSource = {
	document: string;
	about: Pick<DocumentAbout, 'title' | 'label' | 'publisher' | 'author' | 'date'>;
};

/** One sentence to play: nothing of its key is in here. */
export type ShownItem = {
	/** From 0. */
	place: number;
	/** Sent back with the answer: it names what was shown, and tells nothing of it. */
	sentence: string;
	text: string;
	source: ShownSource | null;
	play: Play;
	/** Whoever calls it something is asked for the technique too. */
	asksTechnique: boolean;
	/** "Is there ... in it?" Sound sentences are hinted as often. */
	hint: Technique | null;
	/** A worked example to read first: another sentence, with its whole key. */
	example: (ShownKey & { technique: Technique; source: ShownSource | null }) | null;
};

export type AnsweredItem = {
	item: ShownItem;
	/** Null where the sentence was changed or taken out since, or may not be explained for now. */
	feedback: StudyFeedback | null;
};

export type StudyPage = {
	id: string;
	kind: StudyKind;
	/** Sentences in it, and how many are answered. */
	items: number;
	answered: number;
	/** About how long the whole takes, rounded up. */
	minutes: number;
	/** False until the first answer: nothing is stored, and nobody was made. */
	isStored: boolean;
	finished: boolean;
	/** The next sentence; null when there is none left or the session was ended. */
	next: ShownItem | null;
	/** The answer that was asked for by its place. */
	shown: AnsweredItem | null;
	/** Everything answered, in order; null until it is finished. */
	review: AnsweredItem[] | null;
	/** What a finished placement says of where to begin; null in a session. */
	placed: Placed | null;
};

/**
 * A session as its reader may see it now. One that has no first answer yet is laid out by its id and belongs to whoever
 * looks; one that is stored belongs to its reader alone.
 * @param place an answered one, to see its reason again
 */
export async function viewSession(
	app: App,
	actor: Actor,
	{ id, kind }: { id: string; kind: StudyKind },
	place: number | null = null,
): Promise<StudyPage> {
	authorize('start practice', actor);
	const session = (await findOwnSession(app, actor, id)) ?? (await unstored(app, actor, id, kind));
	const pool = await openPool(app);
	const { plan, answers, finishedAt } = session;
	const open = finishedAt === null ? openPlace(app, pool, plan, answers) : null;
	const answeredItem = (answer: ReadAnswer) => showAnswer(app, pool, plan, answer);
	const chosen = answers.find((answer) => answer.place === place);
	return {
		id,
		kind: session.kind,
		items: plan.items.length,
		answered: answers.length,
		minutes: Math.ceil(minutesOf(plan)),
		isStored: answers.length > 0,
		finished: finishedAt !== null,
		next: open === null ? null : showItem(app, pool, plan, open),
		shown: chosen ? (answeredItem(chosen) ?? null) : null,
		review: finishedAt === null ? null : answers.flatMap((answer) => answeredItem(answer) ?? []),
		placed: session.kind === 'placement' && finishedAt !== null ? placeReader(plan, answers) : null,
	};
}

/** Null where there is none of this id. One of somebody else looks as if it did not exist. */
export async function findOwnSession(app: App, actor: Actor, id: string): Promise<ReadSession | null> {
	const row = await findStudySession(app.store.read, id);
	if (!row) return null;
	authorize('see own work', actor, { ownerId: row.personId });
	return readSession(row, (await findAnswersInSession(app.store.read, id)).map(readAnswer));
}

/** A session before its first answer. */
export async function unstored(app: App, actor: Actor, id: string, kind: StudyKind): Promise<ReadSession> {
	if (!/^[\w-]{8,64}$/.test(id)) throw new NotFound();
	const study = await readStudy(app.store.read, personOf(actor));
	return { id, kind, plan: await layOut(app, study, { id, kind }), openedAt: app.now(), finishedAt: null, answers: [] };
}

/** The first place without an answer whose sentence is still what it was. Others are passed over. */
export function openPlace(
	app: App,
	pool: Pick<OpenPool, 'has'>,
	{ items }: StudyPlan,
	answers: readonly { place: number }[],
): number | null {
	const answered = new Set(answers.map(({ place }) => place));
	const place = items.findIndex((item, index) => !answered.has(index) && sentenceOf(app, pool, item) !== null);
	return place === -1 ? null : place;
}

/** Null where it was changed or taken out since it was planned, or may not be shown for now. */
export function sentenceOf(
	app: App,
	pool: Pick<OpenPool, 'has'>,
	{ sentence: id, version }: { sentence: string; version: string },
): PoolSentence | null {
	const sentence = app.course.practice.get(id);
	return sentence && sentence.version === version && pool.has(sentence) ? sentence : null;
}

function showItem(app: App, pool: OpenPool, { items }: StudyPlan, place: number): ShownItem | null {
	const item = items[place];
	const sentence = item && sentenceOf(app, pool, item);
	if (!sentence) return null;
	return {
		place,
		sentence: nameForPage(item),
		text: sentence.text,
		source: showSource(app, sentence),
		play: item.play,
		asksTechnique: item.asksTechnique,
		hint: item.isHinted ? item.focus : null,
		example: showExample(app, pool, item),
	};
}

function showExample(app: App, pool: OpenPool, { example, focus }: PlanItem): ShownItem['example'] {
	const sentence = example && sentenceOf(app, pool, example);
	return sentence && focus ? { ...showKey(sentence), technique: focus, source: showSource(app, sentence) } : null;
}

export function showSource(app: App, { source }: PoolSentence): ShownSource | null {
	const about = app.course.documents.get(source)?.about;
	if (!about) return null;
	const { title, label, publisher, author, date } = about;
	return {
		document: source,
		about: {
			...(title === undefined ? {} : { title }),
			...(label === undefined ? {} : { label }),
			publisher,
			...(author === undefined ? {} : { author }),
			date,
		},
	};
}

function showAnswer(app: App, pool: OpenPool, plan: StudyPlan, answer: ReadAnswer): AnsweredItem | null {
	const item = showItem(app, pool, plan, answer.place);
	const sentence = sentenceOf(app, pool, answer);
	return item && { item, feedback: sentence && feedbackOn(sentence, answer.said, answer) };
}
