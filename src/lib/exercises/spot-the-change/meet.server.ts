/** Which change a mark meets. Widths are counted in words, so that a comma more or less is nothing. */
import { words } from '../../domain/documents/words.ts';
import { overlap } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import type { Change, SpotTheChangeInput } from './key.server.ts';
import type { ChangeMark } from './kind.ts';
import { sides, type Side } from './sides.ts';

/** Dice over words from which a mark has found a change (0 to 1). */
const FOUND_FROM = 0.5;
/** A mark that holds the whole of a change may be so many words wider: the phrase around one changed word. */
const MOST_WORDS_AROUND = 4;
/** Below found, and no mistake: too wide or too narrow (Dice), or mostly inside the change (share of the mark). */
const NEAR_FROM = 0.2;
const INSIDE_FROM = 0.5;

/** found: it counts. near: it lies at the change, too wide or too narrow; that earns and costs nothing. */
export type Meeting = { mark: number; change: Change; how: 'found' | 'near' };

export type Met = {
	meetings: Meeting[];
	/** Indexes of the marks that met no change. */
	imagined: number[];
};

/** A mark meets the one change that it fits best: a change that counts before a minor one, the earlier of two that fit alike. */
export function meet({ task, key, answer }: Pick<SpotTheChangeInput, 'task' | 'key' | 'answer'>): Met {
	const met: Met = { meetings: [], imagined: [] };
	const wordsOf = Object.fromEntries(sides.map((side) => [side, words(task[side].text)])) as Record<Side, Span[]>;
	answer.marks.forEach((mark, index) => {
		const best = bestFit(mark, key.changes, wordsOf[mark.in]);
		if (best) met.meetings.push({ mark: index, ...best });
		else met.imagined.push(index);
	});
	return met;
}

type Fit = { change: Change; how: 'found' | 'near'; dice: number };

function bestFit(mark: ChangeMark, changes: readonly Change[], all: readonly Span[]): Omit<Fit, 'dice'> | null {
	const [best] = changes
		.flatMap((change) => fitOf(mark, change, all) ?? [])
		.toSorted((a, b) => rank(b) - rank(a) || b.dice - a.dice || startIn(a, mark.in) - startIn(b, mark.in));
	return best ? { change: best.change, how: best.how } : null;
}

const rank = ({ how, change }: Fit): number => (how === 'found' ? 2 : 0) + (change.minor ? 0 : 1);
const startIn = ({ change }: Fit, side: Side): number => change[side]?.start ?? 0;

function fitOf(mark: ChangeMark, change: Change, all: readonly Span[]): Fit | null {
	const passage = change[mark.in];
	if (!passage) return null;
	const marked = countWords(all, mark);
	const asked = countWords(all, passage);
	const shared = all.filter((word) => overlap(word, mark) > 0 && overlap(word, passage) > 0).length;
	if (shared === 0) return null;
	const dice = (2 * shared) / (marked + asked);
	const covers = shared === asked && marked - asked <= MOST_WORDS_AROUND;
	if (dice >= FOUND_FROM || covers) return { change, how: 'found', dice };
	return dice >= NEAR_FROM || shared / marked >= INSIDE_FROM ? { change, how: 'near', dice } : null;
}

const countWords = (all: readonly Span[], span: Span): number => all.filter((word) => overlap(word, span) > 0).length;

export const isEffectRight = ({ effects }: Change, { effect }: ChangeMark): boolean =>
	effect !== null && effects.includes(effect);
