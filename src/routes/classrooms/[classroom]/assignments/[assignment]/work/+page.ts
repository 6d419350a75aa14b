import type { PageLoad } from './$types';
import { loadLesson } from '$lib/ui/lesson/load-lesson.ts';

export const load: PageLoad = async ({ data }) => ({ ...data, ...(await loadLesson(data.work)) });
