import type { Category } from '$lib/domain/marking/categories.ts';

/** What a category is called where it is a layer of marks. */
export const layerNames: Readonly<Record<Category, string>> = {
	loaded: 'Loaded',
	claim: 'Claims',
	authority: 'Authority',
};
