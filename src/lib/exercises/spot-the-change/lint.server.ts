/** What `lesson check` says of a comparison. */
import { words, wordsIn } from '../../domain/documents/words.ts';
import { differingWords } from '../../domain/documents/word-diff.ts';
import { overlap } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import type { Lint } from '../contract.ts';
import type { Change, Passage, SpotTheChangeInput } from './key.server.ts';
import type { ChangeMark, SpotTheChangeTask } from './kind.ts';
import { sides, type Side } from './sides.ts';
import { meet } from './meet.server.ts';

type Input = Pick<SpotTheChangeInput, 'task' | 'key'>;

export function lintChanges({ task, key }: Input): Lint[] {
	const findings: Lint[] = key.problems.map((message) => ({ level: 'error', message }));
	const error = (message: string, quote?: string) =>
		findings.push({ level: 'error', message, ...(quote === undefined ? {} : { quote }) });

	const effects = new Set(task.effects.map(({ id }) => id));
	for (const { effects: own } of key.changes) {
		for (const id of own.filter((each) => !effects.has(each)))
			error(`its key names the effect “${id}”, which is not offered`);
	}
	const counting = key.changes.filter(({ minor }) => !minor);
	if (counting.length === 0) error('every change is minor, so there is nothing to find');
	else if (counting.length > 1 && new Set(counting.flatMap(({ effects: own }) => own)).size < 2) {
		error('its changes need at least two different effects, or there is nothing to tell apart');
	}
	for (const side of sides) {
		const passages = passagesOf(key.changes, side);
		for (const passage of passages) {
			const fault = faultOfPassage(task[side].text, passage);
			if (fault) error(`in the text “${side}”: ${fault}`, passage.quote);
		}
		passages.forEach((passage, index) => {
			const other = passages.slice(index + 1).find((each) => overlap(passage, each) > 0);
			if (other)
				error(`in the text “${side}”: two changes lie on the same words, “${passage.quote}” and “${other.quote}”`);
		});
	}
	for (const { before, after } of key.changes) {
		if (before && after && before.quote === after.quote) error('the same words stand before and after', before.quote);
	}
	findings.push(...sides.flatMap((side) => lintWholeText({ task, key }, side)));
	// Without a place for every quote, what is left over would be wrongly blamed.
	return key.problems.length > 0 ? findings : [...findings, ...lintTheRest(task, key.changes)];
}

/** A change that is most of its text is found by whoever marks the text as one. */
function lintWholeText({ task, key }: Input, side: Side): Lint[] {
	const { text } = task[side];
	const whole: ChangeMark = { in: side, start: 0, end: text.length, quote: text, effect: null };
	const { meetings } = meet({ task, key, answer: { marks: [whole] } });
	if (!meetings.some(({ how, change }) => how === 'found' && !change.minor)) return [];
	return [
		{ level: 'warning', message: `one mark over the whole text “${side}” finds a change; show more of what stayed` },
	];
}

const passagesOf = (changes: readonly Change[], side: Side): Passage[] =>
	changes.flatMap((change) => change[side] ?? []);

function faultOfPassage(text: string, passage: Passage): string | null {
	if (passage.quote.includes('\n')) return 'the quote runs over a line end, and a mark stays inside one paragraph';
	const touched = words(text).filter((word) => overlap(word, passage) > 0);
	if (touched.length === 0) return 'the quote has no word in it; take the word before it along';
	return wordsIn(touched, passage).length < touched.length ? 'the quote cuts a word in two' : null;
}

const MOST_NAMED = 6;

/** Cut the changes out of both texts, and the same words must be left: every word that differs belongs to a change. */
function lintTheRest(task: SpotTheChangeTask, changes: readonly Change[]): Lint[] {
	const rest = (side: Side): string[] => {
		const passages: Span[] = passagesOf(changes, side);
		const { text } = task[side];
		return words(text)
			.filter((word) => !passages.some((passage) => overlap(word, passage) > 0))
			.map(({ start, end }) => text.slice(start, end));
	};
	const left = { before: rest('before'), after: rest('after') };
	const differing = differingWords(left.before, left.after);
	return sides.flatMap((side): Lint[] => {
		const named = differing[side].map((index) => `“${left[side][index] ?? ''}”`);
		if (named.length === 0) return [];
		const more = named.length > MOST_NAMED ? ` and ${named.length - MOST_NAMED} more` : '';
		const where = side === 'before' ? 'only before' : 'only after';
		return [
			{
				level: 'error',
				message: `words that stand ${where} belong to no change (give them one, if need be with minor: true): ${named.slice(0, MOST_NAMED).join(', ')}${more}`,
			},
		];
	});
}
