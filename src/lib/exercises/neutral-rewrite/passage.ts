/** The passage of a task, whichever way it is given: its words, their language and where they come from. */
import { creditOf } from '../../domain/documents/credit.ts';
import type { ShownDocument } from '../../domain/documents/document.ts';

/** Either a quote of a document, or a text with its credit. */
export type GivenPassage = {
	document?: string;
	/** An exact quote of the document. */
	quote?: string;
	/** Counted from 1, where the same words stand there more than once. */
	occurrence?: number;
	text?: string;
	/** Where the text comes from, in words. */
	source?: string;
	/** Of the text, such as `ur`; English where it is left out. */
	language?: string;
};

type Documents = Readonly<Record<string, ShownDocument>>;

export const passageOf = ({ quote, text }: GivenPassage): string => quote ?? text ?? '';

export const languageOf = ({ document, language }: GivenPassage, documents: Documents): string =>
	documents[document ?? '']?.about.language ?? language ?? 'en';

export function sourceOf({ document, source }: GivenPassage, documents: Documents): string {
	const shown = documents[document ?? ''];
	if (!shown) return source ?? '';
	const { title, label } = shown.about;
	return [title === undefined ? label : `“${title}”`, creditOf(shown)].filter(Boolean).join(', ');
}
