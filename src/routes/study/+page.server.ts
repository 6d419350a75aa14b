import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { startPlacement, startSession } from '$lib/server/use-cases/study/start-session.ts';
import { viewSession } from '$lib/server/use-cases/study/view-session.ts';
import { viewWhatIKnow } from '$lib/server/use-cases/study/view-what-i-know.ts';
import { sessionPath } from '$lib/ui/study/session-path.ts';

/** Nothing is stored by looking: both sessions exist from their first answer on, so starting one is a link. */
export const load = loading(async ({ locals: { app, actor } }: PageServerLoadEvent) => {
	const [started, placement] = [await startSession(app, actor), await startPlacement(app, actor)];
	const { items, answered, minutes } = await viewSession(app, actor, started);
	const { due, nextDueAt, placed, answers, sessions, goingOn } = await viewWhatIKnow(app, actor);
	return {
		session: { path: sessionPath(started), isGoingOn: started.isGoingOn, items, answered, minutes },
		placement: { path: sessionPath(placement), isGoingOn: placement.isGoingOn },
		due,
		nextDueAt,
		isPlaced: placed !== null,
		isNew: answers === 0 && goingOn === null,
		sessions,
	};
});
