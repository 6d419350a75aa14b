/** What every kind of exercise gives. A kind is one folder: kind.ts, scorer.server.ts, Player.svelte, Review.svelte. */
import type { GenericSchema } from 'valibot';
import type { SourceDocument } from '../domain/documents/document.ts';

export type Documents = Readonly<Record<string, SourceDocument>>;

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
	/** What is still missing before it can be checked, a sentence each. Never depends on the key. */
	missing(task: Task, answer: Answer): string[];
	/** Why this answer cannot belong to this task (an unknown option, a span outside the text), a sentence each. */
	faults(task: Task, answer: Answer, documents: Documents): string[];
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

/** The half with the key: never leaves the server. */
export interface Scorer<Task = unknown, Key = unknown, Answer = unknown, Review = unknown, KeyFile = unknown> {
	/** The kind's fields of answers.server.yaml, or null where the key is the document's. */
	keySchema: GenericSchema<unknown, KeyFile> | null;
	/** The whole key of one exercise, from its own key fields and the keys of the documents it uses. */
	buildKey(task: Task, keyFile: KeyFile | null, documentKeys: Readonly<Record<string, unknown>>): Key;
	score(input: Scored<Task, Key, Answer>): Score;
	/** Everything a person may see once feedback is allowed, built field by field. */
	review(input: Scored<Task, Key, Answer>, score: Score): Review;
	/** The same without an answer: what a teacher sees of the key. */
	keyReview(input: Omit<Scored<Task, Key, Answer>, 'answer'>): Review;
	lint(input: Omit<Scored<Task, Key, Answer>, 'answer'>): Lint[];
}
