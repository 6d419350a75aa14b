import type { PageLoad } from './$types';
import { loadWorksheets } from '$lib/exercises/components.ts';

export const load: PageLoad = async ({ data }) => ({
	...data,
	worksheets: await loadWorksheets(data.sheet.exercises.map(({ exercise }) => exercise.kind)),
});
