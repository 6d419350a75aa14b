import * as v from 'valibot';
import { locateQuote, QuoteProblem } from '../../domain/documents/locate-quote.ts';
import { findByAddress, parsePassageAddress } from '../../domain/lessons/library.ts';
import { fits, type Fit } from '../../domain/marking/categories.ts';
import { fitWording } from '../../domain/marking/wording.ts';
import type { Lint, Scored, Scorer } from '../contract.ts';
import type { CheckAuthorityAnswer, CheckAuthorityTask } from './kind.ts';
import type { CheckAuthorityReview } from './review.ts';

/** The first passage and the first fit are the best; another listed one is right too. */
export type CheckAuthorityKey = { passage: string[]; fit: Fit[]; why: Partial<Record<Fit, string>> };

export type CheckAuthorityKeyFile = { passage: string | string[]; fit: Fit | Fit[]; why: Partial<Record<Fit, string>> };

type Input = Scored<CheckAuthorityTask, CheckAuthorityKey, CheckAuthorityAnswer>;

const address = v.pipe(
	v.string(),
	v.check(
		(given) => parsePassageAddress(given) !== null,
		'This is no address of a passage, such as un-charter#article-55.c.',
	),
);
const fit = v.picklist(fits);
const sentence = v.pipe(v.string(), v.nonEmpty('The reason is empty.'));
const whySchema = v.strictObject(
	Object.fromEntries(fits.map((each) => [each, v.exactOptional(sentence)])) as Record<
		Fit,
		v.ExactOptionalSchema<typeof sentence, undefined>
	>,
);

export const scorer: Scorer<
	CheckAuthorityTask,
	CheckAuthorityKey,
	CheckAuthorityAnswer,
	CheckAuthorityReview,
	CheckAuthorityKeyFile
> = {
	keySchema: v.strictObject({
		passage: v.union([address, v.pipe(v.array(address), v.minLength(1))]),
		fit: v.union([fit, v.pipe(v.array(fit), v.minLength(1))]),
		why: whySchema,
	}),

	buildKey: (_, keyFile) => ({
		passage: listOf(keyFile?.passage),
		fit: listOf(keyFile?.fit),
		why: keyFile?.why ?? {},
	}),

	score(input) {
		const { passage, fit: isFitRight } = whatIsRight(input);
		const half = input.points * 50;
		return {
			earned: (passage ? half : 0) + (isFitRight ? half : 0),
			possible: input.points * 100,
			needsTeacher: false,
			detail: { passageRight: passage, fitRight: isFitRight },
		};
	},

	review(input) {
		const { answer, key } = input;
		const right = whatIsRight(input);
		return {
			kind: 'check-authority',
			headline: headline(right),
			sentences: sentences(answer, key, right),
			passage: {
				chosen: answer.passage,
				right: [...key.passage],
				isRight: right.passage,
				why: passageReason(right.passage),
			},
			fit: { chosen: answer.fit, right: [...key.fit], isRight: right.fit },
			fits: explainFits(key, answer.fit),
		};
	},

	keyReview: ({ key }) => ({
		kind: 'check-authority',
		headline: 'The key, with the reason for every fit.',
		sentences: [],
		passage: { chosen: null, right: [...key.passage], isRight: false, why: '' },
		fit: { chosen: null, right: [...key.fit], isRight: false },
		fits: explainFits(key, null),
	}),

	lint({ task, key, documents, library }) {
		const findings: Lint[] = [];
		const error = (message: string, quote?: string) =>
			findings.push({ level: 'error', message, ...(quote ? { quote } : {}) });
		const text = documents[task.document]?.text;
		if (text !== undefined) {
			const problem = whyNotFound(text, task.quote);
			if (problem) error(problem, task.quote);
		}
		for (const slug of task.library) {
			if (!library.has(slug)) error(`offers the source “${slug}”, which is not in the library`);
		}
		for (const passage of key.passage) {
			if (!findByAddress(library, passage))
				error(`its key names the passage “${passage}”, which is not in the library`);
			else if (!task.library.includes(parsePassageAddress(passage)?.source ?? '')) {
				error(`its key names the passage “${passage}”, but the exercise does not offer that source`);
			}
		}
		for (const each of key.fit.filter((right) => !key.why[right]))
			error(`its key gives no reason for “${each}”, which is right`);
		for (const each of fits.filter((other) => !key.fit.includes(other) && !key.why[other])) {
			findings.push({ level: 'warning', message: `its key gives no reason for “${each}”` });
		}
		return findings;
	},
};

const listOf = <T>(value: T | T[] | undefined): T[] =>
	value === undefined ? [] : Array.isArray(value) ? value : [value];

type Right = { passage: boolean; fit: boolean };

const whatIsRight = ({ key, answer }: Input): Right => ({
	passage: answer.passage !== null && key.passage.includes(answer.passage),
	fit: answer.fit !== null && key.fit.includes(answer.fit),
});

function headline(right: Right): string {
	if (right.passage && right.fit) return 'Right: the passage and how well the words fit it.';
	if (right.passage) return 'You found the passage. Look again at how well the words fit it.';
	if (right.fit) return 'You judged the fit rightly. The words lean on another passage.';
	return 'The words lean on another passage, and they fit it differently.';
}

function sentences(answer: CheckAuthorityAnswer, key: CheckAuthorityKey, right: Right): string[] {
	const best = key.fit[0];
	const said = ['Half of the points are for the passage and half for the fit.'];
	if (right.fit && best && answer.fit !== best) {
		said.push(`“${fitWording[best].label}” is the best name for it; yours is accepted too.`);
	}
	if (right.passage && answer.passage !== key.passage[0])
		said.push('Another passage covers more of the words; yours is accepted too.');
	return said;
}

const passageReason = (isRight: boolean): string =>
	isRight
		? 'This is the passage to set the words beside.'
		: 'Open the passage of the key and set its words beside those of the text.';

function explainFits(key: CheckAuthorityKey, chosen: Fit | null): CheckAuthorityReview['fits'] {
	const others = fits.filter((each) => !key.fit.includes(each));
	return [...key.fit, ...others].flatMap((each) => {
		const why = key.why[each];
		if (why === undefined && each !== chosen) return [];
		const { label, meaning } = fitWording[each];
		return [
			{ fit: each, label, right: key.fit.includes(each), chosen: each === chosen, why: why ?? `It means: ${meaning}.` },
		];
	});
}

function whyNotFound(text: string, quote: string): string | null {
	try {
		locateQuote(text, quote);
		return null;
	} catch (problem) {
		if (problem instanceof QuoteProblem) return problem.message;
		throw problem;
	}
}
