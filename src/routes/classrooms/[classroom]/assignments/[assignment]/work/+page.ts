import type { PageLoad } from './$types';
import { loadLesson } from '$lib/ui/lesson/load-lesson.ts';

export const load: PageLoad = async ({ data }) => {
	if (!data.open) return { door: data.door, open: null };
	return { door: null, open: { ...data.open, ...(await loadLesson(data.open.work)) } };
};
