import * as v from 'valibot';
import { words } from '../../domain/documents/words.ts';
import { capitalNumberWord } from '../../domain/marking/number-word.ts';
import { inReadingOrder, overlap } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import type { ExerciseKind } from '../contract.ts';
import { sides, type Side } from './sides.ts';

export type Version = {
	/** What stands above the text, such as its publisher and date. */
	label: string;
	text: string;
	/** The credit in words. */
	source?: string;
	/** Of the text, such as `ur`; English where it is left out. */
	language?: string;
};

/** What a change can do to a text. */
export type Effect = { id: string; text: string };

export type SpotTheChangeTask = {
	before: Version;
	after: Version;
	/** Offered for every mark. */
	effects: Effect[];
};

/** Offsets are those of the text that it stands in. `effect` is null before one was chosen. */
export type ChangeMark = Span & { in: Side; quote: string; effect: string | null };

/** In the order of the texts; two marks of one text never overlap. */
export type SpotTheChangeAnswer = { marks: ChangeMark[] };

const MOST_MARKS = 200;
const LONGEST_TEXT = 20_000;

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100));
const wording = (longest: number) => v.pipe(v.string(), v.trim(), v.nonEmpty('It is empty.'), v.maxLength(longest));
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

const versionSchema: v.GenericSchema<unknown, Version> = v.strictObject({
	label: wording(200),
	text: wording(LONGEST_TEXT),
	source: v.exactOptional(wording(300)),
	language: v.exactOptional(wording(35)),
});

const taskSchema: v.GenericSchema<unknown, SpotTheChangeTask> = v.strictObject({
	before: versionSchema,
	after: versionSchema,
	effects: v.pipe(
		v.array(v.strictObject({ id, text: wording(120) })),
		v.minLength(3, 'Give at least three effects to choose from.'),
		v.maxLength(6, 'Give at most six effects to choose from.'),
		v.check((all) => new Set(all.map((each) => each.id)).size === all.length, 'Two effects have the same id.'),
	),
});

const answerSchema: v.GenericSchema<unknown, SpotTheChangeAnswer> = v.strictObject({
	marks: v.pipe(
		v.array(
			v.pipe(
				v.strictObject({
					in: v.picklist(sides),
					start: offset,
					end: offset,
					quote: v.pipe(v.string(), v.maxLength(LONGEST_TEXT)),
					effect: v.nullable(v.pipe(v.string(), v.maxLength(100))),
				}),
				v.check(({ start, end }) => start < end, 'A mark has no words.'),
			),
		),
		v.maxLength(MOST_MARKS, `An answer can have ${MOST_MARKS} marks.`),
	),
});

export const kind: ExerciseKind<SpotTheChangeTask, SpotTheChangeAnswer> = {
	id: 'spot-the-change',
	label: 'Spot the change',
	taskSchema,
	answerSchema,
	emptyAnswer: () => ({ marks: [] }),
	documentsOf: () => [],
	showDocuments: () => ({}),
	sourcesOf: () => [],

	missing(_, { marks }) {
		if (marks.length === 0) return ['Mark at least one change, in either text.'];
		const open = marks.filter(({ effect }) => effect === null).length;
		if (open === 0) return [];
		return [`${capitalNumberWord(open)} ${open === 1 ? 'mark does' : 'marks do'} not say yet what the change does.`];
	},

	faults(task, { marks }) {
		const effects = new Set(task.effects.map((effect) => effect.id));
		const faults = new Set<string>();
		for (const mark of marks) {
			const { text } = task[mark.in];
			if (text.slice(mark.start, mark.end) !== mark.quote) {
				faults.add('A mark does not fit the text: it was made on another version. Please reload the page.');
			} else if (words(text, mark).length === 0) faults.add('A mark has no words.');
			if (mark.effect !== null && !effects.has(mark.effect)) {
				faults.add('A mark was given an effect that this exercise does not have.');
			}
		}
		if (sides.some((side) => overlaps(marks.filter((mark) => mark.in === side)))) {
			faults.add('Two marks lie on the same words.');
		}
		return [...faults];
	},
};

function overlaps(marks: readonly Span[]): boolean {
	const ordered = marks.toSorted(inReadingOrder);
	return ordered.some((mark, index) => {
		const next = ordered[index + 1];
		return next !== undefined && overlap(mark, next) > 0;
	});
}
