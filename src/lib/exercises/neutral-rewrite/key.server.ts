import * as v from 'valibot';
import type { Rubric } from '../../domain/grading/rubric.ts';
import type { KeptThing, LoadedTerm } from '../../domain/rewrite/check-rewrite.ts';
import type { Scored } from '../contract.ts';
import { checklistSchema, rubricSchema, sentence } from '../written.server.ts';
import type { NeutralRewriteAnswer, NeutralRewriteTask } from './kind.ts';

/** What must go and what must stay, an answer that would earn everything, and questions to put to one's own. */
export type NeutralRewriteKey = {
	loaded: LoadedTerm[];
	keep: KeptThing[];
	model: string;
	checklist: string[];
	rubric?: Rubric;
};

export type NeutralRewriteInput = Scored<NeutralRewriteTask, NeutralRewriteKey, NeutralRewriteAnswer>;

const wording = v.pipe(v.string(), v.trim(), v.nonEmpty('It is empty.'), v.maxLength(300));

export const keySchema: v.GenericSchema<unknown, NeutralRewriteKey> = v.strictObject({
	loaded: v.pipe(
		v.array(
			v.strictObject({
				term: wording,
				carried: sentence,
				also: v.exactOptional(v.pipe(v.array(wording), v.minLength(1))),
			}),
		),
		v.minLength(1, 'Name at least one loaded word that must go.'),
	),
	keep: v.pipe(
		v.array(
			v.strictObject({
				what: sentence,
				is: v.picklist(['name', 'number', 'claim']),
				anyOf: v.pipe(v.array(wording), v.minLength(1)),
			}),
		),
		v.minLength(1, 'Name at least one thing that must stay.'),
	),
	model: sentence,
	checklist: checklistSchema,
	rubric: v.exactOptional(rubricSchema),
});
