import { NotFound } from '../../../domain/errors.ts';
import type { LibrarySource } from '../../../domain/lessons/library.ts';
import type { App } from '../../app.ts';

/** The primary sources are open to everybody. */
export function listSources(app: App) {
	return [...app.course.library.values()].map(({ slug, title, date, legalCharacter, passages }) => ({
		slug,
		title,
		date,
		legalCharacter,
		passages: passages.length,
	}));
}

export function viewSource(app: App, slug: string): LibrarySource {
	const source = app.course.library.get(slug);
	if (!source) throw new NotFound('This source is not in the library.');
	return source;
}
