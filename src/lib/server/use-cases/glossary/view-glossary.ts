import { NotFound } from '../../../domain/errors.ts';
import type { TechniquePage } from '../../../domain/lessons/technique-page.ts';
import { categories, techniques, type Technique } from '../../../domain/marking/categories.ts';
import { categoryWording, techniqueWording } from '../../../domain/marking/wording.ts';
import { categoryOf, everyTechnique } from '../../../domain/study/readings.ts';
import type { App } from '../../app.ts';

/** The glossary is open to everybody: every technique by category, with its one sentence. */
export function listTechniques(app: App) {
	return categories.map((category) => ({
		category,
		label: categoryWording[category].label,
		meaning: categoryWording[category].meaning,
		techniques: techniques[category].map((id) => {
			const { name, definition } = pageOf(app, id);
			return { id, name, definition };
		}),
	}));
}

/** One page of it, without its prose, and its neighbours in the order of the list. */
export function viewTechnique(app: App, technique: string) {
	const place = everyTechnique.findIndex((each) => each === technique);
	const id = everyTechnique[place];
	if (id === undefined) throw new NotFound('There is no such technique.');
	return {
		page: pageOf(app, id),
		isWritten: app.course.techniques.has(id),
		before: everyTechnique[place - 1] ?? null,
		after: everyTechnique[place + 1] ?? null,
	};
}

/** A course of somebody's own may have no glossary: then a page says what the marking scheme says of the technique. */
function pageOf(app: App, id: Technique): TechniquePage {
	const written = app.course.techniques.get(id);
	if (written) return written;
	const { label, meaning } = techniqueWording[id];
	const definition = `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`;
	return { id, name: label, category: categoryOf(id), definition, sources: [], lookAlikes: [] };
}
