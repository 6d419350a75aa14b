import { NotFound } from '../../../domain/errors.ts';
import { indexLibrary, searchLibrary, type Found, type LibraryIndex } from '../../../domain/lessons/search-library.ts';
import type { App } from '../../app.ts';

/** The primary sources are open to everybody. */
export function listSources(app: App) {
	return [...app.course.library.values()].toSorted(byDate).map(({ slug, title, date, legalCharacter, passages }) => ({
		slug,
		title,
		date,
		legalCharacter,
		passages: passages.length,
	}));
}

/** The oldest first, as a history reads; what has no date comes last. */
function byDate(one: { date: string }, other: { date: string }): number {
	const undated = Number(!/^\d/.test(one.date)) - Number(!/^\d/.test(other.date));
	return undated || one.date.localeCompare(other.date);
}

/** A source, with one translation beside it where a language is asked for that it has. */
export function viewSource(app: App, slug: string, besideLanguage: string | null) {
	const source = app.course.library.get(slug);
	if (!source) throw new NotFound('This source is not in the library.');
	const { translations = [], ...original } = source;
	return {
		source: original,
		translated: translations.map(({ language }) => language),
		translation: translations.find(({ language }) => language === besideLanguage) ?? null,
	};
}

const indexes = new WeakMap<App['course'], LibraryIndex>();

/** Passages that hold all the words typed; the index is made once for a course. */
export function findInLibrary(app: App, typed: string): Found[] {
	const known = indexes.get(app.course);
	const index = known ?? indexLibrary(app.course.library.values());
	if (!known) indexes.set(app.course, index);
	return searchLibrary(index, typed.slice(0, 200));
}
