import type { PageLoad } from './$types';
import { loadLesson } from '$lib/ui/lesson/load-lesson.ts';

export const load: PageLoad = async ({ data: { open } }) => ({
	open: { ...open, ...(await loadLesson(open.work)) },
});
