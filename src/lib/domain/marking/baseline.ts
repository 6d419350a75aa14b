/** What marking without reading would earn on an exercise: told to author and teacher, and never part of the points. */
import { spanOf } from '../documents/article.ts';
import type { ShownParagraph } from '../documents/document.ts';
import { sentences, snapToWords, words } from '../documents/words.ts';
import { lengthOf } from '../spans/algebra.ts';
import type { Span } from '../spans/span.ts';
import type { Category } from './categories.ts';
import type { Asked, GradingSettings, KeyItem } from './rule.ts';
import { scoreMarks } from './score-marks.ts';
import { numberWord } from './number-word.ts';

/** `strategy` completes the sentence "... would have earned": "calling every sentence a claim". */
export type Baseline = { score: number; strategy: string };

export type BaselineSetting = {
	text: string;
	/** What the task shows. */
	paragraphs: readonly ShownParagraph[];
	key: readonly KeyItem[];
	/** Categories that the task asks for. */
	categories: readonly Category[];
	asked: readonly Asked[];
	constants?: GradingSettings;
};

const LONG_WORD_LETTERS = 7;

const asOne: Record<Category, string> = { loaded: 'loaded', claim: 'a claim', authority: 'an appeal to authority' };

/** The best of the indiscriminate strategies; null where the key has nothing to find. */
export function baseline(setting: BaselineSetting): Baseline | null {
	if (!setting.key.some(({ tier }) => tier === 'core')) return null;
	const { key, asked, constants } = setting;
	const options = { declaredClean: false, points: 1, asked, ...(constants ? { constants } : {}) };
	const best = strategies(setting)
		.map(({ strategy, marks }) => ({ strategy, score: scoreMarks(key, marks, options).score }))
		.reduce((most, each) => (each.score > most.score ? each : most));
	return best.score > 0 ? best : { strategy: 'marking without reading', score: 0 };
}

type Strategy = { strategy: string; marks: (Span & { category: Category })[] };

function strategies({ text, paragraphs, categories }: BaselineSetting): Strategy[] {
	const shown = paragraphs.map(spanOf);
	const everything = { start: shown[0]?.start ?? 0, end: shown.at(-1)?.end ?? 0 };
	const everySentence = shown
		.flatMap((paragraph) => sentences(text, paragraph))
		.flatMap((sentence) => snapToWords(text, sentence) ?? []);
	const all: Strategy[] = [];

	for (const category of categories) {
		all.push({ strategy: `calling every sentence ${asOne[category]}`, marks: named(everySentence, category) });
		all.push({ strategy: `marking the whole text as ${asOne[category]}`, marks: named([everything], category) });
	}
	if (categories.length > 1) {
		const count = numberWord(categories.length);
		all.push({
			strategy: `marking every sentence in all ${count} categories`,
			marks: categories.flatMap((category) => named(everySentence, category)),
		});
	}
	if (categories.includes('loaded')) {
		const everyWord = shown.flatMap((paragraph) => words(text, paragraph));
		const longWords = everyWord.filter((word) => lengthOf(word) >= LONG_WORD_LETTERS);
		all.push({ strategy: 'calling every word loaded', marks: named(everyWord, 'loaded') });
		all.push({
			strategy: `calling every word of ${numberWord(LONG_WORD_LETTERS)} letters or more loaded`,
			marks: named(longWords, 'loaded'),
		});
	}
	return all;
}

const named = (spans: readonly Span[], category: Category) => spans.map((span) => ({ ...span, category }));
