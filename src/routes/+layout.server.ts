import type { LayoutServerLoad } from './$types';
import { countNewNotices } from '$lib/server/use-cases/notices/view-notices.ts';

export const load: LayoutServerLoad = async ({ locals: { app, actor, theme }, depends }) => {
	depends('underline:notices');
	const newNotices = await countNewNotices(app, actor);
	return {
		viewer: {
			kind: actor.kind,
			displayName: 'displayName' in actor ? actor.displayName : null,
			theme,
			newNotices,
		},
	};
};
