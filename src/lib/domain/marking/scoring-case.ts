/** The interchange form of one scoring question, as in scoring-examples.json and `lesson score --json`. */
import * as v from 'valibot';
import { categories, tiers } from './categories.ts';
import { gradingSettingsSchema } from './settings-schema.ts';
import type { Asked, KeyItem, ScoredMark } from './rule.ts';
import type { ScoringOptions } from './score-marks.ts';

const spanSchema = v.pipe(
	v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(0)), v.pipe(v.number(), v.integer())]),
	v.check(([start, end]) => start < end, 'A span must end after it starts.'),
	v.transform(([start, end]) => ({ start, end })),
);

const oneOrMore = v.pipe(
	v.union([v.string(), v.array(v.string())]),
	v.transform((value) => (typeof value === 'string' ? [value] : value)),
);

const caseSchema = v.object({
	key: v.array(
		v.object({
			span: spanSchema,
			category: v.picklist(categories),
			tier: v.optional(v.picklist(tiers), 'core'),
			nucleus: v.nullish(spanSchema),
			envelope: v.nullish(spanSchema),
			technique: v.nullish(oneOrMore),
			judgement: v.nullish(oneOrMore),
			weight: v.optional(v.pipe(v.number(), v.gtValue(0)), 1),
		}),
	),
	marks: v.array(
		v.object({
			span: spanSchema,
			category: v.picklist(categories),
			technique: v.nullish(v.string()),
			judgement: v.nullish(v.string()),
		}),
	),
	declaredClean: v.optional(v.boolean(), false),
	points: v.pipe(v.number(), v.minValue(0)),
	constants: v.exactOptional(gradingSettingsSchema),
});

export type ScoringCase = { key: KeyItem[]; marks: ScoredMark[]; options: ScoringOptions };

/** Technique and judgement are asked of every item that carries them. Throws valibot's error on a bad case. */
export function readScoringCase(given: unknown): ScoringCase {
	const { key, marks, declaredClean, points, constants } = v.parse(caseSchema, given);
	const asked: Asked[] = ['technique', 'judgement'];
	return {
		key: key.map(({ span, nucleus, envelope, technique, judgement, ...rest }) => ({
			...span,
			...rest,
			...whatIsThere({ nucleus, envelope, technique, judgement }),
		})),
		marks: marks.map(({ span, category, technique, judgement }) => ({
			...span,
			category,
			...whatIsThere({ technique, judgement }),
		})),
		options: { declaredClean, points, asked, ...(constants ? { constants } : {}) },
	};
}

type Present<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Only the fields that have a value. */
function whatIsThere<T extends Record<string, unknown>>(fields: T): Present<T> {
	const present = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
	return Object.fromEntries(present) as Present<T>;
}
