/** The pool of single sentences that studying alone plays with, and the shape of its files (practice/<set>.server.yaml). */
import * as v from 'valibot';
import type { Evidence } from '../lessons/document-key.ts';
import { evidenceSchema, occurrence, oneOrMore, quote, slug, text } from '../lessons/schemas.ts';
import {
	fits,
	statuses,
	voices,
	type Category,
	type Fit,
	type Status,
	type Technique,
	type Voice,
} from '../marking/categories.ts';
import type { Span } from '../spans/span.ts';
import { categoryOf, everyTechnique, SOUND } from './readings.ts';

/** One sentence with its key. Secret until the reader has answered it, but for its text and source. */
export type PoolSentence = {
	/** Unique over all sets. */
	id: string;
	/** Names what a person's answer depends on: text, technique, mark and judgement. */
	version: string;
	text: string;
	/** A document's name, or `own`. */
	source: string;
	/** Any of them is right and the first is the one that it trains; empty where the sentence is sound. */
	techniques: Technique[];
	/** In the sentence's own text; null where it is sound. */
	mark: Span | null;
	/** What a sound sentence is easily taken for. */
	looksLike: Technique | null;
	voice?: Voice[];
	status?: Status[];
	fit?: Fit[];
	why: string;
	plainer?: string;
	evidence: Evidence[];
	/** The sentence itself gives the support that its status speaks of. */
	selfSupported: boolean;
	/** The matched pair that it is half of. The side never leaves the server, and is never stored with an answer. */
	pair: { id: string; side: 'a' | 'b' } | null;
};

/** By id. */
export type Pool = ReadonlyMap<string, PoolSentence>;

export const isSound = ({ techniques: found }: Pick<PoolSentence, 'techniques'>): boolean => found.length === 0;

/** What an answer is counted under: the technique that the sentence trains, or sound. */
export const keyOf = ({ techniques: [first] }: PoolSentence): Technique | typeof SOUND => first ?? SOUND;

/** The technique that a sentence is of use for: its own, or the one that it is easily taken for. */
export const trains = ({ techniques: [first], looksLike }: PoolSentence): Technique | null => first ?? looksLike;

const sentenceSchema = v.pipe(
	v.strictObject({
		id: slug,
		text,
		source: text,
		technique: oneOrMore([SOUND, ...everyTechnique]),
		mark: v.exactOptional(quote),
		occurrence,
		voice: v.exactOptional(oneOrMore(voices)),
		status: v.exactOptional(oneOrMore(statuses)),
		fit: v.exactOptional(oneOrMore(fits)),
		looksLike: v.exactOptional(v.picklist(everyTechnique, `It must be one of: ${everyTechnique.join(', ')}.`)),
		plainer: v.exactOptional(text),
		evidence: v.exactOptional(v.array(evidenceSchema)),
		selfSupported: v.exactOptional(v.literal(true)),
		why: text,
		pair: v.exactOptional(slug),
		side: v.exactOptional(v.picklist(['a', 'b'])),
	}),
	v.check(
		({ technique }) => technique.length === 1 || !technique.includes(SOUND),
		'A sentence is sound, or has techniques; not both.',
	),
	v.check(
		({ technique, mark }) => technique.includes(SOUND) === (mark === undefined),
		'A sound sentence has no mark, and every other needs one.',
	),
	v.check(
		({ technique, looksLike }) => looksLike === undefined || technique.includes(SOUND),
		'Only a sound sentence looks like something that it is not.',
	),
	v.check(
		({ technique, voice }) => voice === undefined || hasOne(technique, 'loaded'),
		'Only a loaded one has a voice.',
	),
	v.check(
		({ technique, status }) => status === undefined || technique.includes(SOUND) || hasOne(technique, 'claim'),
		'Only a claim or a sound sentence has a status.',
	),
	v.check(({ technique, fit }) => fit === undefined || hasOne(technique, 'authority'), 'Only an appeal has a fit.'),
	v.check(
		({ status, evidence, selfSupported }) =>
			selfSupported === true ||
			(evidence?.length ?? 0) > 0 ||
			!status?.some((each) => each === 'supported' || each === 'contradicted'),
		'A status of supported or contradicted needs evidence, or selfSupported: true.',
	),
	v.check(({ pair, side }) => (pair === undefined) === (side === undefined), 'A pair needs a side, and a side a pair.'),
);

function hasOne(given: readonly (Technique | typeof SOUND)[], category: Category): boolean {
	return given.some((each) => each !== SOUND && categoryOf(each) === category);
}

export const practiceFileSchema = v.strictObject({ about: text, sentences: v.array(sentenceSchema) });
export type PracticeFile = v.InferOutput<typeof practiceFileSchema>;
export type GivenSentence = PracticeFile['sentences'][number];

/** The sentence as the pool has it. @param hash of a text, hexadecimal (the domain itself has no crypto) */
export function toPoolSentence(given: GivenSentence, mark: Span | null, hash: (json: string) => string): PoolSentence {
	const { id, voice, status, fit, why, plainer, evidence, selfSupported, pair, side, looksLike, source } = given;
	const found = given.technique.filter((each) => each !== SOUND);
	const judged = { voice: voice ?? null, status: status ?? null, fit: fit ?? null };
	return {
		id,
		version: hash(JSON.stringify([given.text, found, mark && [mark.start, mark.end], judged])),
		text: given.text,
		source,
		techniques: found,
		mark,
		looksLike: looksLike ?? null,
		...(voice ? { voice } : {}),
		...(status ? { status } : {}),
		...(fit ? { fit } : {}),
		why,
		...(plainer === undefined ? {} : { plainer }),
		evidence: evidence ?? [],
		selfSupported: selfSupported ?? false,
		pair: pair !== undefined && side !== undefined ? { id: pair, side } : null,
	};
}
