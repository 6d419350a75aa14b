import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import {
	changeExplanation,
	explainMark,
	withdrawExplanation,
} from '$lib/server/use-cases/explanations/explain-mark.ts';
import { viewExplanations } from '$lib/server/use-cases/explanations/view-explanations.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) =>
	viewExplanations(app, actor, params.classroom),
);

/** Every page on which a mark can be explained sends its forms here. */
export const actions = {
	explain: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		const { assignmentId = '', mark = '', words = '' } = form;
		await explainMark(app, actor, assignmentId, { mark, words });
		return { done: 'Explained. Everybody who made or makes this mark sees it.' };
	}),
	change: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		const { id = '', words = '', version = '' } = form;
		await changeExplanation(app, actor, id, { words, version });
		return { done: 'Changed, for everybody whom it reaches.' };
	}),
	takeBack: acting(async ({ locals: { app, actor } }: RequestEvent, form) => {
		await withdrawExplanation(app, actor, form.id ?? '');
		return { done: 'Taken back. Nobody sees it any more.' };
	}),
};
