import type { Actor } from '../../../domain/access/actor.ts';
import { planPlacement } from '../../../domain/study/placement.ts';
import { planSession } from '../../../domain/study/plan-session.ts';
import type { StudyPlan } from '../../../domain/study/plan.ts';
import type { App } from '../../app.ts';
import { openPool } from './open-pool.ts';
import { settled, stateOf, type Study } from './read-study.ts';

export type StudyKind = 'placement' | 'session';

export const personOf = (actor: Actor): string | null => (actor.kind === 'nobody' ? null : actor.personId);

/**
 * Lays out a session that is not stored yet. Its id is the seed, so the plan is the same when the first answer comes,
 * and looking at it makes nothing.
 */
export async function layOut(
	app: App,
	study: Study,
	{ id, kind }: { id: string; kind: StudyKind },
): Promise<StudyPlan> {
	const pool = await openPool(app);
	const state = stateOf(settled(study));
	return kind === 'placement'
		? planPlacement(pool.asked, state.met, app.now(), id)
		: planSession(pool, state, app.now(), id);
}
