import type { ShownDocument } from '../../domain/documents/document.ts';
import type { Category } from '../../domain/marking/categories.ts';
import type { Mark } from '../../domain/marking/mark.ts';

export type Marks = { marks: Mark[]; nothingToMark: boolean };

/** What the page holds; read anew each time, so that it may be a component's properties. */
export type MarkingSource = {
	readonly document: ShownDocument;
	readonly categories: readonly Category[];
	readonly askTechnique: boolean;
	readonly marks: Mark[];
	readonly nothingToMark: boolean;
	readonly readonly: boolean;
	onchange(next: Marks): void;
};
