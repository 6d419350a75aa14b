/** What a class made of one text, in one category: pure, from what was read of everybody's marks. */
import { showDocument } from '../../../domain/documents/article.ts';
import type { DocumentAbout } from '../../../domain/documents/document.ts';
import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import type { KeyLure, KeySpan } from '../../../domain/lessons/document-key.ts';
import type { Category, Tier } from '../../../domain/marking/categories.ts';
import { explanationOf, type Explanation } from '../../../domain/marking/explanations.ts';
import { boundaryScore, withDefaults } from '../../../domain/marking/rule.ts';
import { poolSeen, tallyPassage, type PassageTally, type ReadMarks } from '../../../domain/measures/class-marks.ts';
import { discrimination, type Discrimination } from '../../../domain/measures/discrimination.ts';
import { agreement, heatOf, heatParagraphs, type HeatParagraph } from '../../../domain/measures/heat-map.ts';
import { imaginedPassages } from '../../../domain/measures/imagined.ts';
import { analyseItem, type ItemAnalysis } from '../../../domain/measures/item-analysis.ts';
import { talkAbout } from '../../../domain/measures/talk-about.ts';
import { inReadingOrder } from '../../../domain/spans/algebra.ts';
import type { Span } from '../../../domain/spans/span.ts';
import { markedText, taskOf } from './marked-text.ts';

export type Passage = { id: string; label: string; quote: string; tier: Tier; tally: PassageTally };
export type Imagined = Span & {
	label: string;
	quote: string;
	count: number;
	isLure: boolean;
	/** What was explained once to everybody who marked it. */
	explained: { words: string; by: string } | null;
};
export type SoundPassage = { quote: string; looksLike: Category; marked: number; left: number };
export type TalkingPoint = { label: string; quote: string; category: Category; tally: PassageTally; prompt: string };
export type SpanItem = { id: string; quote: string; category: Category; analysis: ItemAnalysis };
export type StudentInsight = { attemptId: string; name: string; seen: Discrimination };

/** One text and one category as the class marked it. No text is ever beside another. */
export type TextInsight = {
	exerciseId: string;
	prompt: string;
	/** Its name, which an explanation is written to. */
	document: string;
	about: DocumentAbout;
	categories: Category[];
	category: Category;
	paragraphs: HeatParagraph[];
	passages: Passage[];
	imagined: Imagined[];
	sound: SoundPassage[];
	talk: TalkingPoint[];
	items: SpanItem[];
	seen: Discrimination;
	/** On the chosen category: shared text, over all pairs of students. */
	agreement: number | null;
	/** Null before a class. */
	students: StudentInsight[] | null;
};

/** The marks of one person, as the key reads them. */
export type Answered = { attemptId: string; read: ReadMarks };
export type Explaining = Explanation & { words: string; by: string };

/** @param wanted the category; the first of the exercise where it has none of that name */
export function textInsight(
	edition: Edition,
	exercise: EditionExercise,
	answers: readonly Answered[],
	wanted: string | null,
	explanations: readonly Explaining[],
): Omit<TextInsight, 'students'> | null {
	const { document: name, categories, paragraphs } = taskOf(exercise);
	const document = edition.documents[name];
	const category = categories.find((each) => each === wanted) ?? categories[0];
	if (!document || !category) return null;

	const key = markedText(exercise);
	const people = answers.map(({ read }) => read);
	const tallies = key.spans.map((_, place) => tallyPassage(place, people));
	const segments = heatOf(people.map(({ marks }) => marks.filter((mark) => mark.category === category)));
	const label = labels(key.spans);
	const quote = (from: number, to: number) => document.text.slice(from, to);

	const { lureFrom } = withDefaults(key.constants);
	const imagined = imaginedPassages(people.map(({ extras }) => extras)).filter((each) => each.category === category);
	const shownImagined = imagined.map(({ start, end, count }, index) => ({
		start,
		end,
		at: end,
		label: letters(index),
		quote: quote(start, end),
		count,
		isLure: key.lures.some((lure) => lure.looksLike === category && boundaryScore({ start, end }, lure) >= lureFrom),
	}));
	const ofCategory = key.spans
		.map((span, place) => ({ span, place }))
		.filter(({ span }) => span.category === category)
		.sort((a, b) => inReadingOrder(a.span, b.span));
	const references = [
		...ofCategory.map(({ span }) => ({ at: span.end, label: label.get(span.id) ?? '' })),
		// A letter for what one person imagined would say more about the person than about the text.
		...shownImagined.filter(({ count }) => count > 1),
	];

	const shown = showDocument(document, paragraphs);
	return {
		exerciseId: exercise.id,
		prompt: exercise.prompt,
		document: name,
		about: shown.about,
		categories: [...categories],
		category,
		paragraphs: heatParagraphs(shown.paragraphs, segments, references, people.length),
		passages: ofCategory.map(({ span, place }) => ({
			id: span.id,
			label: label.get(span.id) ?? '',
			quote: span.quote,
			tier: span.tier,
			tally: tallies[place] ?? { found: 0, missed: 0, otherName: 0 },
		})),
		imagined: shownImagined.map(({ start, end, label, quote, count, isLure }) => {
			const found = explanationOf({ start, end, category }, explanations, document.text);
			const explained = found && { words: found.words, by: found.by };
			return { start, end, label, quote, count, isLure, explained };
		}),
		sound: soundPassages(key.lures, category, people),
		talk: talkAbout(key.spans, tallies).flatMap(({ place, tally, prompt }) => {
			const span = key.spans[place];
			if (!span) return [];
			return [{ label: label.get(span.id) ?? '', quote: span.quote, category: span.category, tally, prompt }];
		}),
		items: analyseSpans(key.spans, people),
		seen: discrimination(poolSeen(key, people)),
		agreement: agreement(segments, people.length),
	};
}

export function insightByStudent(
	exercise: EditionExercise,
	answers: readonly Answered[],
	names: readonly { attemptId: string; name: string | null }[],
): StudentInsight[] {
	const key = markedText(exercise);
	const known = new Map(names.map(({ attemptId, name }) => [attemptId, name ?? '']));
	return answers
		.map(({ attemptId, read }) => ({
			attemptId,
			name: known.get(attemptId) ?? '',
			seen: discrimination(poolSeen(key, [read])),
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The passages of each category are numbered in reading order. */
function labels(spans: readonly KeySpan[]): Map<string, string> {
	const counts = new Map<Category, number>();
	return new Map(
		spans.toSorted(inReadingOrder).map(({ id, category }) => {
			const number = (counts.get(category) ?? 0) + 1;
			counts.set(category, number);
			return [id, String(number)];
		}),
	);
}

/** a … z, aa, ab … */
function letters(index: number): string {
	const last = String.fromCharCode(97 + (index % 26));
	return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function soundPassages(lures: readonly KeyLure[], category: Category, people: readonly ReadMarks[]): SoundPassage[] {
	return lures
		.map((lure, place) => {
			const marked = people.filter(({ luresMarked }) => luresMarked[place]).length;
			return { lure, marked, left: people.length - marked };
		})
		.filter(({ lure }) => lure.looksLike === category)
		.sort((a, b) => inReadingOrder(a.lure, b.lure))
		.map(({ lure: { quote, looksLike }, marked, left }) => ({ quote, looksLike, marked, left }));
}

/** Each passage to find as an item: found or not, against what the rest of the text earned. */
function analyseSpans(spans: readonly KeySpan[], people: readonly ReadMarks[]): SpanItem[] {
	return spans
		.map((span, place) => ({ span, place }))
		.filter(({ span }) => span.tier === 'core')
		.sort((a, b) => inReadingOrder(a.span, b.span))
		.map(({ span: { id, quote, category }, place }) => ({
			id,
			quote,
			category,
			analysis: analyseItem(
				people.map(({ outcomes, credits, net }) => ({
					item: outcomes[place] === 'found' ? 1 : 0,
					rest: net - (credits[place] ?? 0),
				})),
			),
		}));
}
