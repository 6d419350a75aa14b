import type { LayoutServerLoad } from './$types';
import { countWorkToGrade } from '$lib/server/use-cases/grading/view-queue.ts';
import { countNewNotices } from '$lib/server/use-cases/notices/view-notices.ts';

export const load: LayoutServerLoad = async ({ locals: { app, actor, theme }, depends }) => {
	depends('underline:notices');
	depends('underline:pile');
	const newNotices = await countNewNotices(app, actor);
	const toGrade = await countWorkToGrade(app, actor);
	return {
		viewer: {
			kind: actor.kind,
			displayName: 'displayName' in actor ? actor.displayName : null,
			theme,
			newNotices,
			toGrade,
		},
	};
};
