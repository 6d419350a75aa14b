import type { PageLoad } from './$types';
import { loadReviews } from '$lib/exercises/components.ts';

export const load: PageLoad = async ({ data }) => ({
	...data,
	reviews: await loadReviews(data.submission.exercises.map(({ exercise }) => exercise.kind)),
});
