/** What is laid out for one reader: sentences in their order, and how each is played. */
import * as v from 'valibot';
import type { Technique } from '../marking/categories.ts';
import { everyTechnique, plays, type Play } from './readings.ts';

export type PlannedSentence = { sentence: string; version: string };

export type PlanItem = PlannedSentence & {
	play: Play;
	asksTechnique: boolean;
	/** The technique that it is there for: its own, or the one that a sound sentence is easily taken for. */
	focus: Technique | null;
	/** The page names the focus before the answer. Sound sentences are hinted as often, so that it gives nothing away. */
	isHinted: boolean;
	/** A worked example that is read before: the sentence with its whole key. It is never asked. */
	example: PlannedSentence | null;
};

export type StudyPlan = { items: PlanItem[] };

/** Items in a session and in a placement. */
export const ITEMS = 12;

const plannedSchema = { sentence: v.string(), version: v.string() };
const techniqueSchema = v.nullable(v.picklist(everyTechnique));

export const planSchema: v.GenericSchema<unknown, StudyPlan> = v.strictObject({
	items: v.array(
		v.strictObject({
			...plannedSchema,
			play: v.picklist(plays),
			asksTechnique: v.boolean(),
			focus: techniqueSchema,
			isHinted: v.boolean(),
			example: v.nullable(v.strictObject(plannedSchema)),
		}),
	),
});

/** Reading, deciding and taking in the reason, in seconds. */
const SECONDS: Record<Play, number> = { 'quick-call': 25, 'mark-spans': 45 };
const EXAMPLE_SECONDS = 30;

/** About how long a plan takes, in minutes. */
export function minutesOf({ items }: StudyPlan): number {
	const seconds = items.reduce((sum, { play, example }) => sum + SECONDS[play] + (example ? EXAMPLE_SECONDS : 0), 0);
	return seconds / 60;
}
