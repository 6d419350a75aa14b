import type { Edition, EditionExercise } from '../../domain/lessons/edition.ts';
import { NotFound } from '../../domain/errors.ts';
import type { Connection, Store } from '../database/store.ts';
import { findEdition, insertEditionOnce } from '../repositories/editions.ts';
import type { Course } from './lesson-catalog.ts';
import { documentsUsedBy, type Kinds } from './read-exercises.ts';

const EDITIONS_IN_MEMORY = 50;

/** Finds editions: the newest from the lesson files, older ones from the database, where they are kept for ever. */
export interface EditionShelf {
	current(lesson: string): Edition;
	/** An old one without the exercises on a document that was withdrawn since: they are on no page, and count for nobody. */
	byId(id: string): Promise<Edition>;
	/** Stores the edition, whole, before any work is tied to it. */
	keep(transaction: Connection, edition: Edition, now: number): Promise<void>;
}

export function createEditionShelf(store: Store, course: Course, kinds: Kinds): EditionShelf {
	const newest = new Map([...course.lessons.values()].map((lesson) => [lesson.edition.id, lesson.edition]));
	const older = new Map<string, Edition>();
	const isServed = (exercise: EditionExercise) =>
		documentsUsedBy(exercise, kinds.get(exercise.kind)).every((name) => !course.documents.get(name)?.withdrawn);

	return {
		current(lesson) {
			const found = course.lessons.get(lesson);
			if (!found) throw new NotFound('There is no such lesson.');
			return found.edition;
		},
		async byId(id) {
			const known = newest.get(id) ?? older.get(id);
			if (known) return known;
			const row = await findEdition(store.read, id);
			if (!row) throw new NotFound('There is no such edition of a lesson.');
			const stored = JSON.parse(row.content) as Edition;
			const edition = { ...stored, exercises: stored.exercises.filter(isServed) };
			if (older.size >= EDITIONS_IN_MEMORY) older.clear();
			older.set(id, edition);
			return edition;
		},
		async keep(transaction, edition, now) {
			if (await findEdition(transaction, edition.id)) return;
			await insertEditionOnce(transaction, {
				id: edition.id,
				lesson: edition.lesson,
				content: JSON.stringify(edition),
				createdAt: now,
			});
		},
	};
}
