import type { PageLoad } from './$types';
import { findTechniqueProse } from '$lib/ui/glossary/prose.ts';

export const load: PageLoad = async ({ data }) => ({
	...data,
	prose: data.isWritten ? await findTechniqueProse(data.page.id) : null,
});
