/** The strict schemas of the lesson files: an unknown field is an error. */
import * as v from 'valibot';
import { fits, statuses, techniques, tiers, voices, categories } from '../marking/categories.ts';

/** `lesson new` writes it wherever a person has to write. */
const isFilledIn = (value: string) => !value.startsWith('FILL IN');
export const text = v.pipe(
	v.string(),
	v.trim(),
	v.nonEmpty('It is empty.'),
	v.check(isFilledIn, 'This is still to be filled in.'),
);
export const quote = v.pipe(v.string(), v.nonEmpty('The quote is empty.'));
export const occurrence = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)));
export const slug = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'It must be small letters, digits and hyphens.'),
);

export const oneOrMore = <const T extends readonly string[]>(allowed: T) => {
	const value = v.picklist(allowed, `It must be one of: ${allowed.join(', ')}.`);
	return v.pipe(
		v.union(
			[value, v.pipe(v.array(value), v.minLength(1))],
			`It must be one of: ${allowed.join(', ')}; or a list of them.`,
		),
		v.transform((given): T[number][] => (typeof given === 'string' ? [given] : given)),
	);
};

export const documentFileSchema = v.pipe(
	v.strictObject({
		title: v.exactOptional(text),
		label: v.exactOptional(text),
		publisher: text,
		author: v.exactOptional(text),
		date: text,
		genre: v.picklist(
			['report', 'op-ed', 'blog post', 'wire report', 'own text'],
			'It must be one of: report, op-ed, blog post, wire report, own text.',
		),
		address: v.exactOptional(text),
		rights: text,
		language: text,
		contentNote: text,
		withdrawn: v.exactOptional(v.boolean()),
		furniture: v.exactOptional(v.array(v.strictObject({ quote, occurrence }))),
	}),
	v.check(
		({ title, label }) => (title === undefined) !== (label === undefined),
		'It needs a title, or a label where the text has no headline, and not both.',
	),
);
export type DocumentFile = v.InferOutput<typeof documentFileSchema>;

export const evidenceSchema = v.union(
	[text, v.strictObject({ source: text, address: text, date: text, says: text })],
	'It must be an address in the library, or source, address, date and says.',
);

const keySpanSchema = v.pipe(
	v.strictObject({
		quote,
		occurrence,
		category: v.picklist(categories),
		technique: oneOrMore(Object.values(techniques).flat()),
		tier: v.picklist(tiers),
		voice: v.exactOptional(oneOrMore(voices)),
		status: v.exactOptional(oneOrMore(statuses)),
		fit: v.exactOptional(oneOrMore(fits)),
		nucleus: v.exactOptional(quote),
		envelope: v.exactOptional(quote),
		why: text,
		plainer: v.exactOptional(text),
		evidence: v.exactOptional(v.array(evidenceSchema)),
		note: v.exactOptional(text),
	}),
	v.forward(
		v.partialCheck(
			[['category'], ['technique']],
			({ category, technique }) => technique.every((each) => techniques[category].some((own) => own === each)),
			({ input: { category } }) =>
				`It is a technique of another category; of ${category} it must be one of: ${techniques[category].join(', ')}.`,
		),
		['technique'],
	),
	v.check(
		({ category, voice }) => voice !== undefined || category !== 'loaded',
		`Loaded words need a voice: ${voices.join(', ')}.`,
	),
	v.check(({ category, status }) => status === undefined || category === 'claim', 'Only a claim has a status.'),
	v.check(
		({ category, fit }) => fit === undefined || category === 'authority',
		'Only an appeal to authority has a fit.',
	),
	v.check(
		({ status, evidence }) =>
			(evidence?.length ?? 0) > 0 || !status?.some((each) => each === 'supported' || each === 'contradicted'),
		'A status of supported or contradicted needs evidence.',
	),
);

export const keyFileSchema = v.strictObject({
	spans: v.array(keySpanSchema),
	lures: v.exactOptional(v.array(v.strictObject({ quote, occurrence, looksLike: v.picklist(categories), why: text }))),
});
export type KeyFile = v.InferOutput<typeof keyFileSchema>;

const passageId = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'It must be small letters, digits and hyphens.'),
);
const paragraphId = v.pipe(v.string(), v.regex(/^[a-z0-9]+$/, 'It must be small letters and digits.'));
const hasUniqueIds = (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id)).size === all.length;

const passagesSchema = v.pipe(
	v.array(
		v.pipe(
			v.strictObject({
				id: passageId,
				label: text,
				text: v.exactOptional(text),
				paragraphs: v.exactOptional(
					v.pipe(
						v.array(v.strictObject({ id: paragraphId, text })),
						v.minLength(1),
						v.check((paragraphs) => hasUniqueIds(paragraphs), 'Two paragraphs have the same id.'),
					),
				),
				closing: v.exactOptional(text),
			}),
			v.check((passage) => passage.text !== undefined || passage.paragraphs !== undefined, 'It has no words.'),
		),
	),
	v.minLength(1),
	v.check((passages) => hasUniqueIds(passages), 'Two passages have the same id.'),
);

export const libraryFileSchema = v.strictObject({
	title: text,
	date: text,
	legalCharacter: text,
	status: v.strictObject({ india: text, pakistan: text }),
	address: text,
	citation: text,
	compared: text,
	notice: text,
	languages: v.pipe(v.array(text), v.minLength(1)),
	passages: passagesSchema,
	translations: v.exactOptional(v.array(v.strictObject({ language: text, title: text, passages: passagesSchema }))),
});

export const lessonFrontmatterSchema = v.strictObject({
	title: text,
	summary: text,
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	objectives: v.pipe(v.array(text), v.minLength(1)),
});
export type LessonFrontmatter = v.InferOutput<typeof lessonFrontmatterSchema>;

/** What every exercise has; the rest of its fields are its kind's task. */
export const exerciseHeadSchema = v.looseObject({
	id: slug,
	kind: text,
	points: v.pipe(v.number(), v.integer('Points are whole.'), v.minValue(0)),
	prompt: text,
	quotes: v.exactOptional(v.array(v.strictObject({ text: quote, document: text }))),
});

export const exercisesFileSchema = v.pipe(v.array(exerciseHeadSchema), v.minLength(1, 'A lesson needs an exercise.'));

/** Each exercise's own fields are checked by its kind. */
export const answersFileSchema = v.record(v.string(), v.looseObject({}));

export const courseFileSchema = v.strictObject({
	units: v.array(v.strictObject({ id: slug, title: text, summary: text, lessons: v.array(slug) })),
	pairs: v.exactOptional(v.array(v.strictTuple([slug, slug]))),
});
