/** What every kind of exercise gives. A kind is one folder: kind.ts, scorer.server.ts, Player.svelte, Review.svelte. */
import type { GenericSchema } from 'valibot';
import type { ShownDocument, SourceDocument } from '../domain/documents/document.ts';
import type { Rubric } from '../domain/grading/rubric.ts';
import type { ChallengeTarget, Ruling } from '../domain/grading/rulings.ts';
import type { DocumentKey } from '../domain/lessons/document-key.ts';
import type { Library } from '../domain/lessons/library.ts';
import type { PlacedMark } from '../domain/marking/same-mark.ts';

export type Documents = Readonly<Record<string, SourceDocument>>;

/** A text whose words a teacher can pin comments to: what the person typed, or a document as the task shows it. */
export type PinnableText = { is: 'typed'; text: string } | { is: 'document'; document: string };

/** A mark that the key does not have, on a document. Offsets are those of the whole document. */
export type ExtraMark = PlacedMark & { document: string };

/** The half without a key: safe in a browser. */
export interface ExerciseKind<Task = unknown, Answer = unknown> {
	id: string;
	/** What a person reads above the exercise, such as "Mark the text". */
	label: string;
	/** The kind's own fields of exercises.yaml; strict. */
	taskSchema: GenericSchema<unknown, Task>;
	/** Shape and size limits of an answer; strict. */
	answerSchema: GenericSchema<unknown, Answer>;
	emptyAnswer(): Answer;
	/** Names of the documents that the task uses. */
	documentsOf(task: Task): string[];
	/** What a page needs of those documents: the paragraphs for a text to mark, or only where a quotation comes from. */
	showDocuments(task: Task, documents: Documents): Record<string, ShownDocument>;
	/** Slugs of the library sources whose passages the player offers. */
	sourcesOf(task: Task): string[];
	/** What is still missing before it can be checked, a sentence each. Never depends on the key. */
	missing(task: Task, answer: Answer): string[];
	/** Why this answer cannot belong to this task (an unknown option, a span outside the text), a sentence each. */
	faults(task: Task, answer: Answer, documents: Documents): string[];
	/** Which words a comment can be pinned to; its Review shows them with ui/pinned/PinnedText or PinnedWords. */
	pinnableText?(task: Task, answer: Answer): PinnableText | null;
}

/** Points are whole hundredths, so that sums and halves are exact. */
export type Score = {
	earned: number;
	possible: number;
	/** A teacher gives the points; the machine gave none. */
	needsTeacher: boolean;
	/** The scorer's own account of how the points came about; stored with the score. */
	detail: unknown;
};

export type Scored<Task, Key, Answer> = { task: Task; key: Key; answer: Answer; points: number; documents: Documents };

/** What `lesson check` and the start of the server say of a faulty lesson. Level `error` refuses the lesson. */
export type Lint = { level: 'error' | 'warning'; message: string; quote?: string };

/** What a key may be built from. A document without a key of its own is missing from `documentKeys`. */
export type KeySources = { documentKeys: Readonly<Record<string, DocumentKey>>; documents: Documents };

/** The half with the key: never leaves the server. */
export interface Scorer<Task = unknown, Key = unknown, Answer = unknown, Review = unknown, KeyFile = unknown> {
	/** The kind's fields of answers.server.yaml, or null where the key is the document's. */
	keySchema: GenericSchema<unknown, KeyFile> | null;
	/** The whole key of one exercise, from its own key fields and the keys and texts of the documents it uses. */
	buildKey(task: Task, keyFile: KeyFile | null, sources: KeySources): Key;
	score(input: Scored<Task, Key, Answer>): Score;
	/** Everything a person may see once feedback is allowed, built field by field. */
	review(input: Scored<Task, Key, Answer>, score: Score): Review;
	/** The same without an answer: what a teacher sees of the key. */
	keyReview(input: Omit<Scored<Task, Key, Answer>, 'answer'>): Review;
	lint(input: Omit<Scored<Task, Key, Answer>, 'answer'> & { library: Library }): Lint[];
	/** What a teacher may grade it by; a kind without it, or an empty one, is graded in points alone. */
	rubricOf?(key: Key): Rubric;
	/** The marks of an answer that its key did not foresee; a kind without it has none. */
	extraMarks?(input: Scored<Task, Key, Answer>): ExtraMark[];
	/** The key after one ruling of a classroom; the very same object where the ruling is about something else. */
	amendKey?(input: Omit<Scored<Task, Key, Answer>, 'answer'> & { exerciseId: string }, ruling: Ruling): Key;
	/** Whether a student with this answer can object to it; a kind without it cannot be objected to. */
	isChallengeable?(input: Scored<Task, Key, Answer> & { exerciseId: string }, target: ChallengeTarget): boolean;
}
