import * as v from 'valibot';
import { shareOfPoints } from '../../domain/grading/points.ts';
import { capitalNumberWord, numberWord } from '../../domain/marking/number-word.ts';
import type { Lint, Scored, Scorer } from '../contract.ts';
import type { MatchAnswer, MatchTask } from './kind.ts';
import { letterOf } from './letters.ts';
import type { MatchReview, Partner } from './review.ts';

export type MatchKey = {
	/** Left id -> the right ids that match it, the best first. */
	pairs: Record<string, string[]>;
	/** The reason for every pair, and for everything on the right that matches nothing. */
	why: { pairs: Record<string, string>; spare: Record<string, string> };
};

export type MatchKeyFile = {
	pairs: Record<string, string | string[]>;
	why: Record<string, string>;
	spare?: Record<string, string>;
};

type Input = Scored<MatchTask, MatchKey, MatchAnswer>;

const sentence = v.pipe(v.string(), v.nonEmpty('The reason is empty.'));

export const scorer: Scorer<MatchTask, MatchKey, MatchAnswer, MatchReview, MatchKeyFile> = {
	keySchema: v.strictObject({
		pairs: v.record(v.string(), v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))])),
		why: v.record(v.string(), sentence),
		spare: v.exactOptional(v.record(v.string(), sentence)),
	}),

	buildKey: (_, keyFile) => ({
		pairs: Object.fromEntries(
			Object.entries(keyFile?.pairs ?? {}).map(([left, right]) => [left, typeof right === 'string' ? [right] : right]),
		),
		why: { pairs: keyFile?.why ?? {}, spare: keyFile?.spare ?? {} },
	}),

	score(input) {
		const { right, all } = countRight(input);
		const possible = input.points * 100;
		return { earned: shareOfPoints(possible, right, all), possible, needsTeacher: false, detail: { right, all } };
	},

	review: (input) => ({ kind: 'match', ...inWords(input), ...explain(input.task, input.key, input.answer) }),

	keyReview: ({ task, key }) => ({
		kind: 'match',
		headline: 'The key, with the reason for every pair.',
		sentences: [],
		...explain(task, key, { pairs: {} }),
	}),

	lint({ task, key }) {
		const findings: Lint[] = [];
		const error = (message: string) => findings.push({ level: 'error', message });
		const known = new Set(task.right.map(({ id }) => id));
		for (const { id } of task.left) {
			const right = key.pairs[id] ?? [];
			if (right.length === 0) error(`its key gives no partner for “${id}”`);
			for (const each of right.filter((other) => !known.has(other))) {
				error(`its key matches “${id}” with “${each}”, which is not there`);
			}
			if (!key.why.pairs[id]) error(`its key gives no reason for “${id}”`);
		}
		const left = new Set(task.left.map(({ id }) => id));
		for (const id of new Set([...Object.keys(key.pairs), ...Object.keys(key.why.pairs)])) {
			if (!left.has(id)) error(`its key speaks of “${id}”, which is not there to be matched`);
		}
		const spare = spareOf(task, key).map(({ id }) => id);
		for (const id of spare.filter((each) => !key.why.spare[each])) {
			error(`its key does not say why “${id}” matches nothing`);
		}
		for (const id of Object.keys(key.why.spare).filter((each) => !spare.includes(each))) {
			error(`its key calls “${id}” spare, but it is not there or it matches something`);
		}
		return findings;
	},
};

const isRight = (key: MatchKey, answer: MatchAnswer, id: string): boolean =>
	(key.pairs[id] ?? []).includes(answer.pairs[id] ?? '');

const countRight = ({ task, key, answer }: Input) => ({
	right: task.left.filter(({ id }) => isRight(key, answer, id)).length,
	all: task.left.length,
});

const spareOf = (task: MatchTask, key: MatchKey): MatchTask['right'] =>
	task.right.filter(({ id }) => !Object.values(key.pairs).some((right) => right.includes(id)));

function inWords(input: Input): { headline: string; sentences: string[] } {
	const { right, all } = countRight(input);
	if (right === all) return { headline: `Right: all ${numberWord(all)} pairs.`, sentences: [] };
	const headline =
		right === 0
			? `None of the ${numberWord(all)} pairs is right.`
			: `${capitalNumberWord(right)} of the ${numberWord(all)} pairs ${right === 1 ? 'is' : 'are'} right.`;
	const counts = right === 0 ? 'so nothing counts this time' : `so ${numberWord(right)} of ${numberWord(all)} counts`;
	return { headline, sentences: [`Each pair counts the same, ${counts}. Every one has its reason below.`] };
}

function explain(task: MatchTask, key: MatchKey, answer: MatchAnswer): Pick<MatchReview, 'pairs' | 'spare'> {
	const partner = (id: string): Partner => {
		const index = task.right.findIndex((each) => each.id === id);
		return { letter: letterOf(index), text: task.right[index]?.text ?? '' };
	};
	return {
		pairs: task.left.map(({ id, text }) => {
			const chosen = answer.pairs[id];
			return {
				id,
				text,
				chosen: chosen === undefined ? null : partner(chosen),
				right: (key.pairs[id] ?? []).map(partner),
				isRight: isRight(key, answer, id),
				why: key.why.pairs[id] ?? '',
			};
		}),
		spare: spareOf(task, key).map(({ id }) => ({ ...partner(id), why: key.why.spare[id] ?? '' })),
	};
}
