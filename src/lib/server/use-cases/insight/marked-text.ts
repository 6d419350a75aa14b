/** What an exercise of marking asks for, and its key, as everything that counts marks reads them. */
import type { ParagraphRange } from '../../../domain/documents/article.ts';
import type { EditionExercise } from '../../../domain/lessons/edition.ts';
import type { KeyLure, KeySpan } from '../../../domain/lessons/document-key.ts';
import type { Category } from '../../../domain/marking/categories.ts';
import type { GradingSettings } from '../../../domain/marking/rule.ts';
import type { MarkedText } from '../../../domain/measures/class-marks.ts';

type Task = {
	document: string;
	categories: Category[];
	paragraphs?: ParagraphRange;
	ask?: 'technique'[];
	constants?: GradingSettings;
};

/** An edition was checked when it was made: a task of this kind has this shape, and its key is the document's. */
export const taskOf = (exercise: EditionExercise): Task => exercise.task as Task;

export function markedText(exercise: EditionExercise): MarkedText {
	const { spans, lures } = exercise.key as { spans: KeySpan[]; lures: KeyLure[] };
	const { ask, constants } = taskOf(exercise);
	return {
		spans,
		lures,
		points: exercise.points,
		asked: ask?.includes('technique') ? ['technique'] : [],
		...(constants ? { constants } : {}),
	};
}
