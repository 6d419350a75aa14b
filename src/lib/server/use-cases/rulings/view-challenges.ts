import { challengeTargetSchema } from '../../../domain/grading/challenge-target-schema.ts';
import { parse } from 'valibot';
import type { Actor } from '../../../domain/access/actor.ts';
import { sentences } from '../../../domain/documents/words.ts';
import { NotFound } from '../../../domain/errors.ts';
import { canBeTakenBack, isSameTarget, type ChallengeTarget } from '../../../domain/grading/rulings.ts';
import type { KeySpan } from '../../../domain/lessons/document-key.ts';
import type { Edition, EditionExercise } from '../../../domain/lessons/edition.ts';
import type { Category, Tier } from '../../../domain/marking/categories.ts';
import type { Mark } from '../../../domain/marking/mark.ts';
import { isSameMark } from '../../../domain/marking/same-mark.ts';
import { contains, cover, overlap } from '../../../domain/spans/algebra.ts';
import type { Span } from '../../../domain/spans/span.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import {
	countAnsweredChallenges,
	findHandedInAnswers,
	findOpenChallenges,
	findRulingsOfClassroom,
} from '../../repositories/rulings.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { storedAnswer } from '../work/parse-answer.ts';
import { ruledEdition, toRuling } from './ruled-edition.ts';

export type Width = 'mark' | 'sentence';

/** A passage with the sentences around it. Offsets are those of the document. */
export type Excerpt = { document: string; language: string; start: number; text: string };

export type OpenChallenge = {
	/** The first of those that ask the same: ruling on it answers them all. */
	id: string;
	lesson: string;
	assignmentId: string;
	exercise: { id: string; number: number; prompt: string };
	objections: { student: string; attemptId: string; reason: string; at: number }[];
	/** How many of those who handed in made the same mark, or chose the option. */
	same: number;
	handedIn: number;
	about:
		| {
				is: 'span' | 'mark';
				quote: string;
				category: Category;
				excerpt: Excerpt;
				place: Span;
				key: { tier: Tier; why: string; plainer: string | null } | null;
				/** How it could be widened: what may be covered then. */
				widths: { width: Width; quote: string }[];
		  }
		| {
				is: 'option';
				text: string;
				why: string;
				/** What the key calls it. */ right: boolean;
				others: { text: string; right: boolean; chosen: number }[];
		  };
};

/** What students of a classroom object to, the oldest first, and what was ruled before. */
export async function viewChallenges(app: App, actor: Actor, classroomId: string) {
	const classroom = await findClassroom(app.store.read, classroomId);
	authorize('read a classroom as staff', actor, await relationTo(app, actor, classroomId));
	if (!classroom) throw new NotFound();
	const groups = await groupChallenges(app, classroomId);
	const answered = await countAnsweredChallenges(app.store.read, classroomId);
	const rulings = await findRulingsOfClassroom(app.store.read, classroomId);
	const byEdition = Map.groupBy(rulings, ({ ruling }) => ruling.editionId);
	return {
		classroom: { id: classroom.id, name: classroom.name },
		open: await Promise.all(groups.map((group) => showGroup(app, classroomId, group))),
		ruled: await Promise.all(
			rulings.map(async ({ ruling, by }) => {
				const edition = await app.editions.byId(ruling.editionId);
				const all = (byEdition.get(ruling.editionId) ?? []).map((each) => toRuling(each.ruling));
				const own = toRuling(ruling);
				const takenBackBy = all.find(({ takesBack }) => takesBack === ruling.number);
				return {
					id: ruling.id,
					lesson: lessonTitle(app, edition.lesson),
					quote: wordsOf(edition, own.target),
					mayTakeBack: canBeTakenBack(own, all),
					isTakenBack: takenBackBy !== undefined,
					decision: ruling.decision,
					answer: ruling.answer,
					by: by ?? 'a former teacher',
					at: ruling.createdAt,
					counts: ruling.counts,
					countsReason: ruling.countsReason,
					answered: answered.get(ruling.id) ?? 0,
					isScoring: ruling.regradedAt === null,
				};
			}),
		),
	};
}

type Row = Awaited<ReturnType<typeof findOpenChallenges>>[number] & { target: ChallengeTarget };

/** Open challenges that one ruling answers together. */
export async function groupChallenges(app: App, classroomId: string): Promise<Row[][]> {
	const groups: Row[][] = [];
	for (const row of await findOpenChallenges(app.store.read, classroomId)) {
		const target = parse(challengeTargetSchema, JSON.parse(row.challenge.target));
		const group = groups.find(
			([first]) => first && first.editionId === row.editionId && isSameTarget(first.target, target),
		);
		if (group) group.push({ ...row, target });
		else groups.push([{ ...row, target }]);
	}
	return groups;
}

async function showGroup(app: App, classroomId: string, group: Row[]): Promise<OpenChallenge> {
	const [first] = group as [Row, ...Row[]];
	const edition = await ruledEdition(app, app.store.read, classroomId, first.editionId);
	const index = edition.exercises.findIndex(({ id }) => id === first.challenge.exerciseId);
	const exercise = edition.exercises[index];
	if (!exercise) throw new Error(`The edition ${edition.id} has no exercise ${first.challenge.exerciseId}`);
	const place = { classroomId, editionId: edition.id, exerciseId: exercise.id };
	const answers = (await findHandedInAnswers(app.store.read, place)).map((row) => ({
		attemptId: row.attemptId,
		answer: storedAnswer(app, exercise, row),
	}));
	return {
		id: first.challenge.id,
		lesson: lessonTitle(app, first.lesson),
		assignmentId: first.assignmentId,
		exercise: { id: exercise.id, number: index + 1, prompt: exercise.prompt },
		objections: group.map(({ challenge, student }) => ({
			student: student ?? 'a student',
			attemptId: challenge.attemptId,
			reason: challenge.reason,
			at: challenge.createdAt,
		})),
		handedIn: answers.length,
		...(first.target.is === 'option'
			? aboutOption(exercise, first.target.id, answers)
			: aboutPassage(edition, exercise, first, answers)),
	};
}

type Answered = { attemptId: string; answer: unknown }[];

function aboutOption(exercise: EditionExercise, id: string, answers: Answered) {
	const { options } = exercise.task as { options: { id: string; text: string }[] };
	const { correct, why } = exercise.key as { correct: string[]; why: Record<string, string> };
	const chosen = (option: string) =>
		answers.filter(({ answer }) => (answer as { chosen: string[] }).chosen.includes(option)).length;
	return {
		same: chosen(id),
		about: {
			is: 'option' as const,
			text: options.find((option) => option.id === id)?.text ?? '',
			why: why[id] ?? '',
			right: correct.includes(id),
			others: options
				.filter((option) => option.id !== id)
				.map((option) => ({ text: option.text, right: correct.includes(option.id), chosen: chosen(option.id) })),
		},
	};
}

function aboutPassage(edition: Edition, exercise: EditionExercise, { target, challenge }: Row, answers: Answered) {
	if (target.is === 'option') throw new Error('An option is no passage.');
	const document = edition.documents[target.document];
	const text = document?.text ?? '';
	const span = spansOf(exercise).find(({ id }) => target.is === 'span' && id === target.id);
	const at = target.is === 'mark' ? target : { ...(span ?? { start: 0, end: 0, category: 'loaded' as const }) };
	const place = { start: at.start, end: at.end };
	const excerpt = excerptAround(text, place);
	const makers = answers.filter(({ answer }) => marksOf(answer).some((mark) => isSameMark(mark, at)));
	const own = answers.find(({ attemptId }) => attemptId === challenge.attemptId)?.answer;
	return {
		same: makers.length,
		about: {
			is: target.is,
			quote: text.slice(at.start, at.end),
			category: at.category,
			place,
			excerpt: {
				document: target.document,
				language: document?.about.language ?? 'en',
				start: excerpt.start,
				text: text.slice(excerpt.start, excerpt.end),
			},
			key: span ? { tier: span.tier, why: span.why, plainer: span.plainer ?? null } : null,
			widths: span
				? widthsOf(text, span, own).map(({ width, to }) => ({ width, quote: text.slice(to.start, to.end) }))
				: [],
		},
	};
}

/** How far a span may be widened: to what the student marked, or to its sentence; only what is wider than it is now. */
export function widthsOf(text: string, span: KeySpan, answer: unknown): { width: Width; to: Span }[] {
	const now = span.envelope ?? span;
	const own = marksOf(answer)
		.filter((mark) => mark.category === span.category && overlap(mark, span) > 0)
		.reduce<Span | null>((widest, mark) => (widest ? cover(widest, mark) : mark), null);
	const line = lineAround(text, span);
	const sentence = sentences(text, line).find((one) => contains(one, span));
	const widths: { width: Width; to: Span | null | undefined }[] = [
		{ width: 'mark', to: own && cover(now, own) },
		{ width: 'sentence', to: sentence && cover(now, sentence) },
	];
	return widths.flatMap(({ width, to }) => (to && !contains(now, to) ? [{ width, to }] : []));
}

export const spansOf = (exercise: EditionExercise): KeySpan[] => (exercise.key as { spans?: KeySpan[] }).spans ?? [];

const marksOf = (answer: unknown): Mark[] => (answer as { marks?: Mark[] } | undefined)?.marks ?? [];

/** The sentence of a passage and its neighbours, inside its paragraph. */
function excerptAround(text: string, place: Span): Span {
	const line = lineAround(text, place);
	const all = sentences(text, line);
	const from = all.findIndex((sentence) => sentence.end > place.start);
	const to = all.findLastIndex((sentence) => sentence.start < place.end);
	const first = all[Math.max(0, from - 1)] ?? line;
	const last = all[Math.min(all.length - 1, to + 1)] ?? line;
	return cover(place, { start: first.start, end: Math.max(first.end, last.end) });
}

function lineAround(text: string, { start, end }: Span): Span {
	const next = text.indexOf('\n', end);
	return { start: text.lastIndexOf('\n', start - 1) + 1, end: next < 0 ? text.length : next };
}

/** The words that a challenge is about. */
export function wordsOf(edition: Edition, target: ChallengeTarget): string {
	if (target.is === 'mark') return target.quote;
	for (const exercise of edition.exercises) {
		if (target.is === 'span') {
			const span = spansOf(exercise).find(({ id }) => id === target.id);
			if (span && (exercise.task as { document?: string }).document === target.document) return span.quote;
		} else if (exercise.id === target.exerciseId) {
			const { options } = exercise.task as { options?: { id: string; text: string }[] };
			return options?.find(({ id }) => id === target.id)?.text ?? '';
		}
	}
	return 'an added passage';
}
