/** Whether students see, without names, what their class marked. */
export const classMarksRules = ['hidden', 'after-own', 'open'] as const;
export type ClassMarksRule = (typeof classMarksRules)[number];

export const classMarksWords: Record<ClassMarksRule, string> = {
	hidden: 'no',
	'after-own': 'when their own work is in: everybody reads alone first',
	open: 'at any time',
};
