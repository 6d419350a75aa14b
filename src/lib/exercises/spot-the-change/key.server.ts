import * as v from 'valibot';
import { locateQuote, QuoteProblem } from '../../domain/documents/locate-quote.ts';
import type { Span } from '../../domain/spans/span.ts';
import type { Scored } from '../contract.ts';
import type { SpotTheChangeAnswer, SpotTheChangeTask } from './kind.ts';
import { sides, type Side } from './sides.ts';

type GivenChange = {
	before?: string;
	after?: string;
	beforeOccurrence?: number;
	afterOccurrence?: number;
	effect: string | string[];
	why: string;
	minor?: boolean;
};

/** What answers.server.yaml says. */
export type SpotTheChangeKeyFile = { changes: GivenChange[] };

/** Words of one text that a change concerns. */
export type Passage = Span & { quote: string };

export type Change = {
	id: string;
	/** At least one of the two is there: words that were left out have no after, words that were added no before. */
	before: Passage | null;
	after: Passage | null;
	/** Any of them is right, the best first. */
	effects: string[];
	why: string;
	/** Earns nothing and costs nothing. */
	minor: boolean;
};

export type SpotTheChangeKey = {
	changes: Change[];
	/** Quotes that name no one place of their text, a sentence each; `lesson check` says them. */
	problems: string[];
};

export type SpotTheChangeInput = Scored<SpotTheChangeTask, SpotTheChangeKey, SpotTheChangeAnswer>;

const quote = v.pipe(v.string(), v.trim(), v.nonEmpty('The quote is empty.'));
const occurrence = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)));
const effect = v.pipe(v.string(), v.nonEmpty());

export const keySchema: v.GenericSchema<unknown, SpotTheChangeKeyFile> = v.strictObject({
	changes: v.pipe(
		v.array(
			v.pipe(
				v.strictObject({
					before: v.exactOptional(quote),
					after: v.exactOptional(quote),
					beforeOccurrence: occurrence,
					afterOccurrence: occurrence,
					effect: v.union([effect, v.pipe(v.array(effect), v.minLength(1))]),
					why: v.pipe(v.string(), v.nonEmpty('The reason is empty.')),
					minor: v.exactOptional(v.boolean()),
				}),
				v.check(
					({ before, after }) => before !== undefined || after !== undefined,
					'A change quotes the words before, the words after, or both.',
				),
				v.check(
					(change) => sides.every((side) => change[side] !== undefined || change[`${side}Occurrence`] === undefined),
					'An occurrence stands without its quote.',
				),
			),
		),
		v.minLength(1, 'Give at least one change.'),
	),
});

export function buildKey(task: SpotTheChangeTask, keyFile: SpotTheChangeKeyFile | null): SpotTheChangeKey {
	const problems: string[] = [];
	const locate = (given: GivenChange, side: Side): Passage | null => {
		const words = given[side];
		if (words === undefined) return null;
		try {
			return { ...locateQuote(task[side].text, words, given[`${side}Occurrence`]), quote: words };
		} catch (problem) {
			if (!(problem instanceof QuoteProblem)) throw problem;
			problems.push(`in the text “${side}”: ${problem.message}`);
			return null;
		}
	};
	const changes = (keyFile?.changes ?? []).map((given, index) => ({
		id: `change-${index + 1}`,
		before: locate(given, 'before'),
		after: locate(given, 'after'),
		effects: typeof given.effect === 'string' ? [given.effect] : given.effect,
		why: given.why,
		minor: given.minor ?? false,
	}));
	return { changes, problems };
}
