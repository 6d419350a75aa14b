import * as v from 'valibot';
import { shareOfPoints } from '../../domain/grading/points.ts';
import { capitalNumberWord, numberWord } from '../../domain/marking/number-word.ts';
import type { Lint, Scored, Scorer } from '../contract.ts';
import type { SortAnswer, SortTask } from './kind.ts';
import type { SortReview } from './review.ts';

export type SortKey = {
	/** Item id -> the bins that are right, the best first. */
	bins: Record<string, string[]>;
	/** The reason for every item. */
	why: Record<string, string>;
};

export type SortKeyFile = { bins: Record<string, string | string[]>; why: Record<string, string> };

type Input = Scored<SortTask, SortKey, SortAnswer>;

const sentence = v.pipe(v.string(), v.nonEmpty('The reason is empty.'));

export const scorer: Scorer<SortTask, SortKey, SortAnswer, SortReview, SortKeyFile> = {
	keySchema: v.strictObject({
		bins: v.record(v.string(), v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))])),
		why: v.record(v.string(), sentence),
	}),

	buildKey: (_, keyFile) => ({
		bins: Object.fromEntries(
			Object.entries(keyFile?.bins ?? {}).map(([item, bin]) => [item, typeof bin === 'string' ? [bin] : bin]),
		),
		why: keyFile?.why ?? {},
	}),

	score(input) {
		const { right, all } = countRight(input);
		const possible = input.points * 100;
		return { earned: shareOfPoints(possible, right, all), possible, needsTeacher: false, detail: { right, all } };
	},

	review: (input) => ({ kind: 'sort', ...inWords(input), items: explainItems(input.task, input.key, input.answer) }),

	keyReview: ({ task, key }) => ({
		kind: 'sort',
		headline: 'The key, with the reason for every place.',
		sentences: [],
		items: explainItems(task, key, { places: {} }),
	}),

	lint({ task, key, documents }) {
		const findings: Lint[] = [];
		const error = (message: string, quote?: string) =>
			findings.push({ level: 'error', message, ...(quote === undefined ? {} : { quote }) });
		const bins = new Set(task.bins.map(({ id }) => id));
		for (const { id, text, document } of task.items) {
			const source = document === undefined ? undefined : documents[document];
			if (source && !source.text.includes(text)) error(`“${text}” is not in the document “${source.name}”`, text);
			const right = key.bins[id] ?? [];
			if (right.length === 0) error(`its key gives no place for “${id}”`);
			for (const bin of right.filter((each) => !bins.has(each))) {
				error(`its key puts “${id}” into “${bin}”, which is no place of it`);
			}
			if (!key.why[id]) error(`its key gives no reason for “${id}”`);
		}
		const items = new Set(task.items.map(({ id }) => id));
		for (const id of new Set([...Object.keys(key.bins), ...Object.keys(key.why)])) {
			if (!items.has(id)) error(`its key speaks of “${id}”, which is not there to be sorted`);
		}
		for (const { id } of task.bins) {
			const isUsed = Object.values(key.bins).some((right) => right.includes(id));
			if (!isUsed) findings.push({ level: 'warning', message: `nothing belongs into “${id}”` });
		}
		return findings;
	},
};

const isRight = (key: SortKey, answer: SortAnswer, id: string): boolean =>
	(key.bins[id] ?? []).includes(answer.places[id] ?? '');

const countRight = ({ task, key, answer }: Input) => ({
	right: task.items.filter(({ id }) => isRight(key, answer, id)).length,
	all: task.items.length,
});

function inWords(input: Input): { headline: string; sentences: string[] } {
	const { right, all } = countRight(input);
	if (right === all) return { headline: `Right: all ${numberWord(all)} are in their place.`, sentences: [] };
	const headline =
		right === 0
			? `None of the ${numberWord(all)} is in its place.`
			: `${capitalNumberWord(right)} of the ${numberWord(all)} ${right === 1 ? 'is in its' : 'are in their'} place.`;
	const counts = right === 0 ? 'so nothing counts this time' : `so ${numberWord(right)} of ${numberWord(all)} counts`;
	return { headline, sentences: [`Each counts the same, ${counts}. Every one has its reason below.`] };
}

function explainItems(task: SortTask, key: SortKey, answer: SortAnswer): SortReview['items'] {
	const labelOf = (bin: string) => task.bins.find(({ id }) => id === bin)?.label ?? bin;
	return task.items.map(({ id, text }) => {
		const chosen = answer.places[id];
		return {
			id,
			text,
			chosen: chosen === undefined ? null : labelOf(chosen),
			right: (key.bins[id] ?? []).map(labelOf),
			isRight: isRight(key, answer, id),
			why: key.why[id] ?? '',
		};
	});
}
