import * as v from 'valibot';
import { percentInWords, shareOfPoints } from '../../domain/grading/points.ts';
import { capitalNumberWord, counted, numberWord } from '../../domain/marking/number-word.ts';
import type { Lint, Scored, Scorer } from '../contract.ts';
import type { OrderAnswer, OrderTask } from './kind.ts';
import type { OrderReview } from './review.ts';
import { countPairs, placesOf, rowsInOrder, wayOf, type Groups } from './standing.ts';

export type OrderKey = {
	/** From the first to the last; those of one group may stand either way. */
	groups: string[][];
	/** The reason for every item. */
	why: Record<string, string>;
};

export type OrderKeyFile = { order: (string | string[])[]; why: Record<string, string> };

type Input = Scored<OrderTask, OrderKey, OrderAnswer>;

/** Who keeps a shuffled order as it stands should not be far above chance. */
const MOST_FOR_NOTHING = 1 / 3;

const sentence = v.pipe(v.string(), v.nonEmpty('The reason is empty.'));

export const scorer: Scorer<OrderTask, OrderKey, OrderAnswer, OrderReview, OrderKeyFile> = {
	keySchema: v.strictObject({
		order: v.pipe(v.array(v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))])), v.minLength(1)),
		why: v.record(v.string(), sentence),
	}),

	buildKey: (_, keyFile) => ({
		groups: (keyFile?.order ?? []).map((each) => (typeof each === 'string' ? [each] : each)),
		why: keyFile?.why ?? {},
	}),

	score({ key, answer, points }) {
		const { right, all } = countPairs(answer.order, key.groups);
		const possible = points * 100;
		return {
			earned: shareOfPoints(possible, aboveChance(right, all), all),
			possible,
			needsTeacher: false,
			detail: { right, all },
		};
	},

	review: (input) => ({
		kind: 'order',
		...inWords(input),
		right: explainRight(input.task, input.key),
		own: explainOwn(input),
	}),

	keyReview: ({ task, key }) => ({
		kind: 'order',
		headline: 'The right order, with the reason for every row.',
		sentences: isTied(key.groups) ? ['Rows with the same places may stand either way.'] : [],
		right: explainRight(task, key),
		own: [],
	}),

	lint({ task, key }) {
		const findings: Lint[] = [];
		const error = (message: string) => findings.push({ level: 'error', message });
		const items = new Set(task.items.map(({ id }) => id));
		const ordered = key.groups.flat();
		for (const id of items) {
			if (!ordered.includes(id)) error(`its key gives no place for “${id}”`);
			if (!key.why[id]) error(`its key gives no reason for “${id}”`);
		}
		for (const id of new Set([...ordered, ...Object.keys(key.why)])) {
			if (!items.has(id)) error(`its key speaks of “${id}”, which is not there to be put in order`);
		}
		for (const id of items) {
			if (ordered.filter((each) => each === id).length > 1) error(`its key names “${id}” twice`);
		}
		if (findings.length > 0) return findings;

		const { right, all } = countPairs([...items], key.groups);
		if (all === 0) error('its key lets everything stand in any order');
		else if (right === all) error('its items already stand in a right order; show them in another one first');
		else if (aboveChance(right, all) / all > MOST_FOR_NOTHING) {
			const share = percentInWords(aboveChance(right, all) / all);
			findings.push({ level: 'warning', message: `its items, left as they first stand, earn ${share} of the points` });
		}
		return findings;
	},
};

/** Of `all` pairs chance gets half right on average: an order earns by what it has above that, and loses nothing below. */
const aboveChance = (right: number, all: number): number => Math.max(0, 2 * right - all);

function inWords({ task, key, answer }: Input): { headline: string; sentences: string[] } {
	if (answer.order.length === 0) return { headline: 'No order was given.', sentences: ['The right one is below.'] };
	const rows = task.items.length;
	const { right, all } = countPairs(answer.order, key.groups);
	if (right === all) return { headline: `Right: all ${numberWord(rows)} stand in order.`, sentences: [] };

	const inOrder = rowsInOrder(answer.order, key.groups).size;
	const headline =
		inOrder === 0
			? 'No row stands in order yet.'
			: `${capitalNumberWord(inOrder)} of the ${numberWord(rows)} stand${inOrder === 1 ? 's' : ''} in order; ${counted(rows - inOrder, 'row')} ${rows - inOrder === 1 ? 'belongs' : 'belong'} elsewhere.`;
	const ties = isTied(key.groups) ? ', leaving out rows that may stand either way' : '';
	const pairs = `Take the rows two by two${ties}: ${right} of ${all} pairs stand the right way round.`;
	const above = aboveChance(right, all);
	const share =
		above === 0
			? 'Chance alone gets half of them, so nothing counts this time.'
			: `Chance alone gets half of them, so only what is above half counts: ${percentInWords(above / all)}.`;
	return { headline, sentences: [pairs, share] };
}

const isTied = (groups: Groups): boolean => groups.some((group) => group.length > 1);

function explainRight(task: OrderTask, key: OrderKey): OrderReview['right'] {
	const places = placesOf(key.groups);
	return key.groups.flat().map((id) => ({
		id,
		text: textOf(task, id),
		places: places.get(id) ?? { first: 0, last: 0 },
		why: key.why[id] ?? '',
	}));
}

function explainOwn({ task, key, answer }: Input): OrderReview['own'] {
	const places = placesOf(key.groups);
	const inOrder = rowsInOrder(answer.order, key.groups);
	return answer.order.map((id) => ({
		id,
		text: textOf(task, id),
		places: places.get(id) ?? { first: 0, last: 0 },
		belongs: inOrder.has(id) ? null : wayOf(id, answer.order, key.groups),
	}));
}

const textOf = (task: OrderTask, id: string): string => task.items.find((item) => item.id === id)?.text ?? id;
