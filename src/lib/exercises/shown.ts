/** An exercise and the work on it as a page gets them: built field by field, with a review only where feedback is allowed. */
import type { ChosenLevel } from '../domain/grading/rubric.ts';
import type { ChallengeTarget, CountsRule, Ruling } from '../domain/grading/rulings.ts';
import type { ShownDocument } from '../domain/documents/document.ts';
import type { LibraryPassage } from '../domain/lessons/library.ts';
import type { Span } from '../domain/spans/span.ts';
import type { ExtraMark } from './contract.ts';
import type { ClassText } from '../domain/measures/class-layer.ts';

export type ShownExercise = {
	id: string;
	kind: string;
	/** What a person reads above it, such as "Mark the text". */
	label: string;
	/** Whole points; 0 for practice that never counts. */
	points: number;
	prompt: string;
	quotes: { text: string; document: string; credit: string }[];
	task: unknown;
	documents: Record<string, ShownDocument>;
};

export type ShownWork = {
	answer: unknown;
	revision: number;
	tryNumber: number;
	/** Checked or handed in: it cannot change any more. */
	closed: boolean;
	/** Null until feedback is allowed. */
	review: unknown;
	/** Hundredths of points. */
	score: { earned: number; possible: number; needsTeacher: boolean } | null;
	/** `levels`: what was chosen for each criterion, where it was graded by a rubric. */
	grade: { points: number | null; comment: string; levels?: ChosenLevel[] } | null;
	/** Where rulings brought new scores: all of them, oldest first, and which one counts. Else empty. */
	rescored: { earned: number; at: number; counts: boolean }[];
};

/** The argument about the key of one piece of work, for whoever may see its feedback. */
export type Disputes = {
	/** The student's own challenges that wait for the teacher. */
	open: { exerciseId: string; target: ChallengeTarget; reason: string; at: number }[];
	/** What was ruled in this classroom, for everybody in it. */
	rulings: ShownRuling[];
};

export type ShownRuling = Ruling & {
	at: number;
	counts: CountsRule;
	/** Why the newest score counts. */
	countsReason: string | null;
	/** What the student whose work it is had objected, where the ruling answers it. */
	asked: string | null;
	/** A later ruling took it back. */
	isTakenBack: boolean;
	/** Of an option: the key called it right when it was ruled on. */
	wasRight: boolean;
};

/** What a student may see of the class's marks, by exercise id where it is there. */
export type ClassMarks =
	{ state: 'hidden' | 'after own work' | 'too few' } | { state: 'there'; texts: Readonly<Record<string, ClassText>> };

/** What was written once about a mark that the key does not have, as whoever made an equal one reads it. */
export type ShownExplanation = {
	id: string;
	/** The mark of this work that it reaches. */
	mark: ExtraMark;
	words: string;
	by: string;
	at: number;
	changedAt: number | null;
};

/** A mark that the key does not have, for those who may explain it: how many students of the assignment made it. */
export type ExtraToExplain = { mark: ExtraMark; made: number };

/** The explanations on a page, and, for staff alone, what could be explained. */
export type Explained = { explanations: ShownExplanation[]; extras: ExtraToExplain[] | null };

/** A comment on some words of an answer. Offsets are those of the typed text, or of the whole document. */
export type ShownPin = Span & {
	id: string;
	exerciseId: string;
	quote: string;
	comment: string;
	by: string;
	at: number;
};

/** The sources that an exercise offers: names of their passages. The words come when somebody opens one. */
export type ShownLibrary = Record<string, { title: string; passages: Pick<LibraryPassage, 'id' | 'label'>[] }>;

export type LessonWork = {
	lesson: { slug: string; title: string; summary: string; minutes: number; objectives: string[] };
	contentNotes: { document: string; title: string; note: string }[];
	editionId: string;
	/** Null when nothing was saved yet. */
	attemptId: string | null;
	exercises: { exercise: ShownExercise; work: ShownWork }[];
	library: ShownLibrary;
};

export type PlayerProps = {
	exercise: ShownExercise;
	answer: unknown;
	onchange: (answer: unknown) => void;
	library: ShownLibrary;
	readonly: boolean;
};
export type ReviewProps = {
	exercise: ShownExercise;
	answer: unknown;
	review: unknown;
};

export type WorksheetProps = {
	exercise: ShownExercise;
	/** The key, in the teacher's copy alone. */
	review: unknown;
};
