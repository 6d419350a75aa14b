import { toNumber } from '../../domain/marking/fraction.ts';
import type { Scorer } from '../contract.ts';
import { accountOf } from './account.server.ts';
import { explainAnswer, explainKey } from './explain.server.ts';
import { buildKey, keySchema, type SpotTheChangeKey, type SpotTheChangeKeyFile } from './key.server.ts';
import type { SpotTheChangeAnswer, SpotTheChangeTask } from './kind.ts';
import { lintChanges } from './lint.server.ts';
import type { SpotTheChangeReview } from './review.ts';

export const scorer: Scorer<
	SpotTheChangeTask,
	SpotTheChangeKey,
	SpotTheChangeAnswer,
	SpotTheChangeReview,
	SpotTheChangeKeyFile
> = {
	keySchema,
	buildKey,

	score(input) {
		const { changes, imagined, credit, cost, counting, earned } = accountOf(input);
		return {
			earned,
			possible: input.points * 100,
			needsTeacher: false,
			detail: {
				counting,
				credit: toNumber(credit),
				cost: toNumber(cost),
				changes: changes.map(({ change, found, near, right }) => ({ id: change.id, found, near, right })),
				imagined,
			},
		};
	},

	review: explainAnswer,
	keyReview: ({ task, key }) => explainKey(task, key.changes),
	lint: lintChanges,
};
