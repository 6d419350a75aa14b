import type { Actor } from '../../../domain/access/actor.ts';
import { showDocument, type ParagraphRange } from '../../../domain/documents/article.ts';
import type { DocumentAbout } from '../../../domain/documents/document.ts';
import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import type { KeyLure, KeySpan } from '../../../domain/lessons/document-key.ts';
import type { Category, Tier } from '../../../domain/marking/categories.ts';
import { boundaryScore, withDefaults, type GradingSettings } from '../../../domain/marking/rule.ts';
import {
	poolSeen,
	readMarks,
	tallyPassage,
	type GivenMarks,
	type MarkedText,
	type PassageTally,
	type ReadMarks,
} from '../../../domain/measures/class-marks.ts';
import { explanationOf, type Explanation } from '../../../domain/marking/explanations.ts';
import { discrimination, type Discrimination } from '../../../domain/measures/discrimination.ts';
import { agreement, heatOf, heatParagraphs, type HeatParagraph } from '../../../domain/measures/heat-map.ts';
import { imaginedPassages } from '../../../domain/measures/imagined.ts';
import { analyseItem, type ItemAnalysis } from '../../../domain/measures/item-analysis.ts';
import { talkAbout } from '../../../domain/measures/talk-about.ts';
import { inReadingOrder } from '../../../domain/spans/algebra.ts';
import type { Span } from '../../../domain/spans/span.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { findExplanations } from '../../repositories/explanations.ts';
import {
	findHandedInAnswers,
	findHandedInGrades,
	findHandedInScores,
	findNamesOfHandedIn,
} from '../../repositories/insight.ts';
import { authorizeFor } from '../assignments/assign-lesson.ts';
import { resultsOf } from '../assignments/results-of.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { assignedRuledEdition } from '../assignments/assigned-edition.ts';
import { kindOf, storedAnswer } from '../work/parse-answer.ts';

/** With fewer pieces of work, counts before a class would point at a person. */
export const FEWEST_TO_SHOW = 5;
const MARKING = 'mark-spans';

export type InsightWish = {
	/** Which text and which category; the first where it is none of this assignment. */
	exercise: string | null;
	category: string | null;
	/** False before a class: then no name of a student is even read. */
	withNames: boolean;
};

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
export type ExerciseItem = { id: string; label: string; prompt: string; points: number; analysis: ItemAnalysis };
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

/** What a class made of an assignment: where it marked, what it missed and imagined, and which items tell little. */
export async function viewInsight(app: App, actor: Actor, assignmentId: string, wish: InsightWish) {
	const assignment = await authorizeFor(app, actor, assignmentId, 'read a classroom as staff');
	const edition = await assignedRuledEdition(app, app.store.read, assignment);
	const classroom = await findClassroom(app.store.read, assignment.classroomId);
	const texts = edition.exercises.filter(({ kind }) => kind === MARKING);
	const chosen = texts.find(({ id }) => id === wish.exercise) ?? texts[0];

	const answers = chosen ? await readAnswers(app, assignmentId, chosen) : [];
	const work = await readResults(app, assignmentId, edition);
	const handedIn = work.length;
	const mayShow = wish.withNames || handedIn >= FEWEST_TO_SHOW;
	const names = wish.withNames ? await findNamesOfHandedIn(app.store.read, assignmentId) : null;
	const explanations = chosen ? await readExplanations(app, assignment.classroomId, taskOf(chosen).document) : [];
	const text = chosen && mayShow ? insightOf(edition, chosen, answers, wish.category, explanations) : null;

	return {
		id: assignment.id,
		title: lessonTitle(app, assignment.lesson),
		classroom: { id: assignment.classroomId, name: classroom?.name ?? '' },
		handedIn,
		/** Work may be handed in more than once; only what came first is counted here. */
		mayRetry: assignment.attemptsAllowed !== 1,
		tooFewToShow: !mayShow,
		texts: texts.map(({ id, prompt, points }) => ({ id, prompt, points })),
		text: text && { ...text, students: names && chosen ? byStudent(chosen, answers, names) : null },
		exercises: mayShow ? analyseExercises(app, edition.exercises, work) : [],
	};
}

type Answered = { attemptId: string; read: ReadMarks };

async function readAnswers(app: App, assignmentId: string, exercise: EditionExercise): Promise<Answered[]> {
	const key = markedText(exercise);
	const rows = await findHandedInAnswers(app.store.read, assignmentId, exercise.id);
	return rows.map((row) => ({
		attemptId: row.attemptId,
		read: readMarks(key, storedAnswer(app, exercise, row) as GivenMarks),
	}));
}

function insightOf(
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

type Explaining = Explanation & { words: string; by: string };

async function readExplanations(app: App, classroomId: string, document: string): Promise<Explaining[]> {
	const rows = await findExplanations(app.store.read, classroomId, [document]);
	return rows.map(({ explanation, by }) => ({ ...explanation, by: by ?? 'a former teacher' }));
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

type Results = ReturnType<typeof resultsOf>;

async function readResults(app: App, assignmentId: string, edition: Edition): Promise<Results[]> {
	const scores = await findHandedInScores(app.store.read, assignmentId);
	const grades = Map.groupBy(await findHandedInGrades(app.store.read, assignmentId), ({ attemptId }) => attemptId);
	const byAttempt = Map.groupBy(scores, ({ attemptId }) => attemptId);
	return [...byAttempt].map(([attemptId, rows]) => resultsOf(edition, rows, grades.get(attemptId) ?? []));
}

/** Each exercise as an item: its share of points, against the share of everything else that is graded. */
function analyseExercises(app: App, exercises: readonly EditionExercise[], work: readonly Results[]): ExerciseItem[] {
	const graded = exercises.filter(({ points }) => points > 0);
	return graded.map((exercise) => {
		const { id, prompt, points } = exercise;
		const people = work.flatMap((results) => {
			const item = pointsOf(results, id);
			const others = graded.filter((other) => other.id !== id && pointsOf(results, other.id) !== null);
			const possible = others.reduce((sum, other) => sum + other.points * 100, 0);
			if (item === null || possible === 0) return [];
			const earned = others.reduce((sum, other) => sum + (pointsOf(results, other.id) ?? 0), 0);
			return [{ item: item / (points * 100), rest: earned / possible }];
		});
		return { id, label: kindOf(app, exercise).label, prompt, points, analysis: analyseItem(people) };
	});
}

/** Null while it waits for a teacher. */
function pointsOf(results: Results, id: string): number | null {
	const result = results[id];
	return result?.grade ?? (result?.needsTeacher ? null : (result?.earned ?? null));
}

function byStudent(
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

type Task = {
	document: string;
	categories: Category[];
	paragraphs?: ParagraphRange;
	ask?: 'technique'[];
	constants?: GradingSettings;
};

/** An edition was checked when it was made: a task of this kind has this shape, and its key is the document's. */
const taskOf = (exercise: EditionExercise): Task => exercise.task as Task;

export function markedText(exercise: EditionExercise): MarkedText {
	const { spans, lures } = exercise.key as { spans: KeySpan[]; lures: KeyLure[] };
	const { ask, constants } = taskOf(exercise);
	return {
		spans,
		lures,
		points: exercise.points,
		asked: ask?.includes('technique') ? ['technique'] : [],
		...(constants ? { constants } : {}),
	};
}
