import type { PageLoad } from './$types';
import { findProse } from '$lib/ui/lesson/prose.ts';

export const load: PageLoad = async ({ data }) => ({ ...data, prose: await findProse(data.work.lesson.slug) });
