import * as v from 'valibot';
import { categories } from '../marking/categories.ts';
import type { ChallengeTarget } from './rulings.ts';

const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

export const challengeTargetSchema: v.GenericSchema<unknown, ChallengeTarget> = v.variant('is', [
	v.strictObject({ is: v.literal('span'), document: name, id: name }),
	v.strictObject({
		is: v.literal('mark'),
		document: name,
		category: v.picklist(categories),
		quote: v.pipe(v.string(), v.maxLength(100_000)),
		start: offset,
		end: offset,
	}),
	v.strictObject({ is: v.literal('option'), exerciseId: name, id: name }),
]);
