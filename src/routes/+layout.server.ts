import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { actor, theme } }) => ({
	viewer: {
		kind: actor.kind,
		displayName: actor.kind === 'registered' ? actor.displayName : null,
		theme,
	},
});
