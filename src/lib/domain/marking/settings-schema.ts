import * as v from 'valibot';
import type { GradingSettings } from './rule.ts';

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const penalty = v.pipe(v.number(), v.minValue(0));

/** The settings of the grading rule that an exercise may change; strict. */
export const gradingSettingsSchema: v.GenericSchema<unknown, GradingSettings> = v.pipe(
	v.strictObject({
		nothingUpTo: v.exactOptional(share),
		fullFrom: v.exactOptional(share),
		otherCategoryFrom: v.exactOptional(share),
		otherCategoryShare: v.exactOptional(share),
		placeShare: v.exactOptional(share),
		fragmentFrom: v.exactOptional(v.pipe(share, v.gtValue(0))),
		penalty: v.exactOptional(
			v.strictObject({
				loaded: v.exactOptional(penalty),
				claim: v.exactOptional(penalty),
				authority: v.exactOptional(penalty),
			}),
		),
		cleanDivisor: v.exactOptional(v.pipe(v.number(), v.gtValue(0))),
		lureFrom: v.exactOptional(share),
	}),
	v.check(({ nothingUpTo = 0.2, fullFrom = 0.8 }) => nothingUpTo < fullFrom, 'nothingUpTo must be below fullFrom.'),
);
