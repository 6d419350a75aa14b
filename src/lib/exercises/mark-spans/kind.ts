import * as v from 'valibot';
import { articleParagraphs, showDocument, spanOf, type ParagraphRange } from '../../domain/documents/article.ts';
import { categories, type Category } from '../../domain/marking/categories.ts';
import { markSchema } from '../../domain/marking/mark-schema.ts';
import type { Mark } from '../../domain/marking/mark.ts';
import { capitalNumberWord } from '../../domain/marking/number-word.ts';
import type { GradingSettings } from '../../domain/marking/rule.ts';
import { gradingSettingsSchema } from '../../domain/marking/settings-schema.ts';
import { categoryWording } from '../../domain/marking/wording.ts';
import { contains } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import type { Documents, ExerciseKind } from '../contract.ts';

export type MarkSpansTask = {
	document: string;
	/** One to three, each once. */
	categories: Category[];
	/** Only this part is shown, and only its spans count. */
	paragraphs?: ParagraphRange;
	/** What each mark is asked for besides its category. */
	ask?: 'technique'[];
	constants?: GradingSettings;
};

export type MarkSpansAnswer = { marks: Mark[]; nothingToMark: boolean };

const MOST_MARKS = 400;

const name = v.pipe(v.string(), v.nonEmpty());
const wholeNumber = v.pipe(v.number(), v.integer());

const taskSchema: v.GenericSchema<unknown, MarkSpansTask> = v.strictObject({
	document: name,
	categories: v.pipe(
		v.array(v.picklist(categories)),
		v.minLength(1, 'Name at least one category.'),
		v.check((asked) => new Set(asked).size === asked.length, 'A category is named twice.'),
	),
	paragraphs: v.exactOptional(
		v.pipe(
			v.strictTuple([v.pipe(wholeNumber, v.minValue(1)), wholeNumber]),
			v.check(([first, last]) => first <= last, 'The last paragraph comes before the first.'),
		),
	),
	ask: v.exactOptional(v.array(v.picklist(['technique']))),
	constants: v.exactOptional(gradingSettingsSchema),
});

const answerSchema: v.GenericSchema<unknown, MarkSpansAnswer> = v.strictObject({
	marks: v.pipe(v.array(markSchema), v.maxLength(MOST_MARKS, `An answer can have ${MOST_MARKS} marks.`)),
	nothingToMark: v.boolean(),
});

export const kind: ExerciseKind<MarkSpansTask, MarkSpansAnswer> = {
	id: 'mark-spans',
	label: 'Mark the text',
	taskSchema,
	answerSchema,
	emptyAnswer: () => ({ marks: [], nothingToMark: false }),
	documentsOf: (task) => [task.document],
	showDocuments(task, documents) {
		const document = documents[task.document];
		return document ? { [task.document]: showDocument(document, task.paragraphs) } : {};
	},
	sourcesOf: () => [],

	missing(task, { marks, nothingToMark }) {
		if (marks.length === 0)
			return nothingToMark ? [] : ['Mark at least one passage, or say that there is nothing to mark.'];
		const unnamed = task.ask?.includes('technique') ? marks.filter(({ technique }) => !technique).length : 0;
		if (unnamed === 0) return [];
		return [`${capitalNumberWord(unnamed)} ${unnamed === 1 ? 'mark has' : 'marks have'} no technique yet.`];
	},

	faults(task, { marks }, documents) {
		const text = documents[task.document]?.text ?? '';
		const shown = shownSpans(task, documents);
		const isShown = ({ start, end }: Span) => isInside(shown, start, start + 1) && isInside(shown, end - 1, end);
		const faults = new Set<string>();
		for (const mark of marks) {
			if (!isShown(mark)) faults.add('A mark lies outside the text of this exercise.');
			else if (text.slice(mark.start, mark.end) !== mark.quote) {
				faults.add('A mark does not fit the text: it was made on another version. Please reload the page.');
			}
			if (!task.categories.includes(mark.category)) {
				faults.add(`This exercise does not ask for ${categoryWording[mark.category].plural}.`);
			}
		}
		return [...faults];
	},

	pinnableText: ({ document }) => ({ is: 'document', document }),
};

/** The paragraphs that the task shows, as places in the text. A mark may reach from one into another. */
export function shownSpans(task: MarkSpansTask, documents: Documents): Span[] {
	const document = documents[task.document];
	return document ? articleParagraphs(document, task.paragraphs).map(spanOf) : [];
}

const isInside = (shown: readonly Span[], start: number, end: number): boolean =>
	shown.some((paragraph) => contains(paragraph, { start, end }));
