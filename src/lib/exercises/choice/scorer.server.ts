import * as v from 'valibot';
import { shareOfPoints } from '../../domain/grading/points.ts';
import { amendOptions } from '../../domain/grading/rulings.ts';
import { capitalNumberWord, numberWord } from '../../domain/marking/number-word.ts';
import type { Lint, Scored, Scorer } from '../contract.ts';
import type { ChoiceAnswer, ChoiceTask } from './kind.ts';
import type { ChoiceReview } from './review.ts';

export type ChoiceKey = {
	correct: string[];
	/** The reason for every option, right or not. */
	why: Record<string, string>;
	/** Ruled to be open to either view: choosing one is no mistake. */
	open?: string[];
};

/** What answers.server.yaml says: what is open comes from rulings alone. */
type ChoiceKeyFile = Omit<ChoiceKey, 'open'>;

type Input = Scored<ChoiceTask, ChoiceKey, ChoiceAnswer>;

const sentence = v.pipe(v.string(), v.nonEmpty('The reason is empty.'));

export const scorer: Scorer<ChoiceTask, ChoiceKey, ChoiceAnswer, ChoiceReview, ChoiceKeyFile> = {
	keySchema: v.strictObject({
		correct: v.pipe(v.array(v.string()), v.minLength(1, 'At least one option must be correct.')),
		why: v.record(v.string(), sentence),
	}),

	buildKey: (_, keyFile) => keyFile ?? { correct: [], why: {} },

	score(input) {
		const { right, wrong, open, all } = countChosen(input);
		const counting = Math.max(0, right - wrong);
		const possible = input.points * 100;
		const isRight = isVoid(input) || (right + open === 1 && wrong === 0);
		const earned =
			input.task.multiple && !isVoid(input) ? shareOfPoints(possible, counting, all) : isRight ? possible : 0;
		return { earned, possible, needsTeacher: false, detail: { right, wrong, all } };
	},

	review: (input) => ({
		kind: 'choice',
		...inWords(input, isAllRight(input)),
		options: explainOptions(input.task, input.key, input.answer.chosen),
	}),

	keyReview: ({ task, key }) => ({
		kind: 'choice',
		headline: 'The key, with the reason for every answer.',
		sentences: [],
		options: explainOptions(task, key, []),
	}),

	amendKey: ({ key, exerciseId }, ruling) => amendOptions(key, ruling, exerciseId),

	isChallengeable: ({ task, exerciseId }, target) =>
		target.is === 'option' && target.exerciseId === exerciseId && task.options.some(({ id }) => id === target.id),

	lint({ task, key }) {
		const findings: Lint[] = [];
		const known = new Set(task.options.map(({ id }) => id));
		for (const id of key.correct.filter((each) => !known.has(each))) {
			findings.push({ level: 'error', message: `its key calls “${id}” correct, but it has no such option` });
		}
		for (const id of Object.keys(key.why).filter((each) => !known.has(each))) {
			findings.push({ level: 'error', message: `its key gives a reason for “${id}”, but it has no such option` });
		}
		for (const id of [...known].filter((each) => !key.why[each])) {
			findings.push({ level: 'error', message: `its key gives no reason for the option “${id}”` });
		}
		if (!task.multiple && key.correct.length > 1) {
			findings.push({ level: 'error', message: 'its key has several correct options, but only one can be chosen' });
		}
		return findings;
	},
};

function countChosen({ key, answer }: Input) {
	const right = answer.chosen.filter((id) => key.correct.includes(id)).length;
	const open = answer.chosen.filter((id) => key.open?.includes(id)).length;
	return { right, open, wrong: answer.chosen.length - right - open, all: key.correct.length };
}

/** A class was ruled that nothing here is right: whoever answered has the points. */
const isVoid = ({ key, answer }: Input): boolean => key.correct.length === 0 && answer.chosen.length > 0;

function isAllRight(input: Input): boolean {
	const { right, wrong, open, all } = countChosen(input);
	return wrong === 0 && (input.task.multiple ? right === all : right + open === 1);
}

function inWords(input: Input, allRight: boolean): { headline: string; sentences: string[] } {
	const { right, wrong, all } = countChosen(input);
	if (isVoid(input)) {
		return {
			headline: 'No answer here is the right one.',
			sentences: ['Your class was ruled so: every answer has the points.'],
		};
	}
	if (allRight) return { headline: 'Right.', sentences: [] };
	if (!input.task.multiple) return { headline: 'Not this one.', sentences: ['Every answer has its reason below.'] };
	const chosen = `You chose ${numberWord(right)} of the ${numberWord(all)} right answers`;
	const headline =
		wrong === 0 ? `${chosen}.` : `${chosen}, and ${numberWord(wrong)} that ${wrong === 1 ? 'is' : 'are'} not.`;
	const counting = Math.max(0, right - wrong);
	const rule = 'Each right answer counts one; each other one takes one away, and never below nothing.';
	return { headline, sentences: [`${capitalNumberWord(counting)} of ${numberWord(all)} counts. ${rule}`] };
}

const explainOptions = (task: ChoiceTask, key: ChoiceKey, chosen: readonly string[]): ChoiceReview['options'] =>
	task.options.map(({ id, text }) => ({
		id,
		text,
		chosen: chosen.includes(id),
		correct: key.correct.includes(id),
		why: key.why[id] ?? '',
		...(key.open?.includes(id) ? { open: true as const } : {}),
	}));
