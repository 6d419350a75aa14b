/** What becomes of a decision when its form is sent: one save at a time, and nothing that is typed meanwhile is lost. */
import { tick } from 'svelte';
import { invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';
import type { Deciding, Meanwhile } from '../../domain/grading/deciding.ts';
import type { DecisionState } from './decision-state.svelte.ts';

type Sent = {
	decision: DecisionState;
	/** As the page was loaded last. */
	deciding: () => Deciding;
	ongoon: (location: string) => Promise<void>;
	onsaved: () => void;
	/** To the field that has to be mended. */
	onproblem: (field: string) => void;
};

export function sendGrade({ decision, deciding, ongoon, onsaved, onproblem }: Sent): SubmitFunction {
	return async ({ cancel, formData, action }) => {
		const release = await decision.hold();
		if (decision.meanwhile) {
			release();
			return cancel();
		}
		const sent = decision.typed;
		formData.set('gradeId', decision.gradeId);
		formData.set('draftRevision', String(decision.draftRevision));

		const adopt = async () => {
			await tick();
			decision.adopt(deciding(), sent);
			release();
		};
		return async ({ result, update }) => {
			if (result.type === 'redirect') {
				// Typed on while the grade was under way: that becomes a draft, which begins from the new grade.
				if (decision.typed !== sent) {
					await invalidateAll();
					await adopt();
				} else {
					decision.kept = 'as it was';
					release();
				}
				onsaved();
				return ongoon(result.location);
			}
			if (result.type === 'success') {
				await update({ reset: false });
				await adopt();
				if (action.search === '?/grade') onsaved();
				return;
			}
			release();
			// No answer, or not one that says anything: the page stays as it is, with everything in it.
			if (result.type === 'error') return decision.tryAgain();
			await update({ reset: false, invalidateAll: false });
			const { more, field } = (result.data ?? {}) as { more?: Meanwhile | null; field?: string | null };
			if (field) onproblem(field);
			if (!more || !decision.hearOf(more, 'grade')) return;
			await invalidateAll();
			onsaved();
		};
	};
}
