import type { ExerciseKind, Scorer } from '../exercises/contract.ts';
import type { CardDesk } from './auth/card-desk.ts';
import type { FailureLimits } from './auth/failure-limits.ts';
import type { Sessions } from './auth/sessions.ts';
import type { Store } from './database/store.ts';
import type { EditionShelf } from './lessons/edition-shelf.ts';
import type { Course } from './lessons/lesson-catalog.ts';

/** Everything that a use case may lean on. Made once at start (hooks), and by hand in tests. */
export interface App {
	store: Store;
	course: Course;
	editions: EditionShelf;
	kinds: ReadonlyMap<string, ExerciseKind>;
	scorers: ReadonlyMap<string, Scorer>;
	sessions: Sessions;
	limits: FailureLimits;
	cards: CardDesk;
	/** Asked of whoever opens a classroom, where it is set. */
	teacherCode: string | null;
	/** UTC milliseconds. */
	now(): number;
	newId(): string;
}
