import * as v from 'valibot';
import type { ExerciseKind } from '../contract.ts';

export type MatchTask = {
	left: { id: string; text: string }[];
	/** Some may match nothing on the left, and one may match several. */
	right: { id: string; text: string }[];
	/** What stands on each side, such as “Claims” and “Passages”. */
	leftLabel?: string;
	rightLabel?: string;
};

/** Left id -> right id. What has no partner yet has no entry. */
export type MatchAnswer = { pairs: Record<string, string> };

const MOST_LEFT = 30;
/** They are lettered A to Z. */
const MOST_RIGHT = 26;

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const words = (longest: number) => v.pipe(v.string(), v.trim(), v.nonEmpty('It is empty.'), v.maxLength(longest));
const hasUniqueIds = (all: readonly { id: string }[]): boolean =>
	new Set(all.map((each) => each.id)).size === all.length;

const side = (most: number, least: string) =>
	v.pipe(
		v.array(v.strictObject({ id, text: words(1000) })),
		v.minLength(2, least),
		v.maxLength(most),
		v.check((all) => hasUniqueIds(all), 'Two things on one side have the same id.'),
	);

const taskSchema: v.GenericSchema<unknown, MatchTask> = v.strictObject({
	left: side(MOST_LEFT, 'Give at least two things to match.'),
	right: side(MOST_RIGHT, 'Give at least two things to match them with.'),
	leftLabel: v.exactOptional(words(80)),
	rightLabel: v.exactOptional(words(80)),
});

const answerSchema: v.GenericSchema<unknown, MatchAnswer> = v.strictObject({
	pairs: v.pipe(
		v.record(v.pipe(v.string(), v.maxLength(100)), v.pipe(v.string(), v.maxLength(100))),
		v.check((pairs) => Object.keys(pairs).length <= MOST_LEFT, 'More was matched than there is.'),
	),
});

export const kind: ExerciseKind<MatchTask, MatchAnswer> = {
	id: 'match',
	label: 'Match',
	taskSchema,
	answerSchema,
	emptyAnswer: () => ({ pairs: {} }),
	documentsOf: () => [],
	showDocuments: () => ({}),
	sourcesOf: () => [],

	missing(task, { pairs }) {
		const open = task.left.flatMap((item, index) => (pairs[item.id] === undefined ? [index + 1] : []));
		if (open.length === 0) return [];
		if (open.length === task.left.length) return ['Nothing is matched yet. Choose a letter for every number.'];
		if (open.length === 1) return [`Number ${open.join('')} has no letter yet.`];
		return [`Numbers ${open.slice(0, -1).join(', ')} and ${open.at(-1) ?? ''} have no letter yet.`];
	},

	faults(task, { pairs }) {
		const left = new Set(task.left.map((item) => item.id));
		const right = new Set(task.right.map((item) => item.id));
		const isKnown = Object.entries(pairs).every(([from, to]) => left.has(from) && right.has(to));
		return isKnown ? [] : ['Something was matched that this exercise does not have.'];
	},
};
