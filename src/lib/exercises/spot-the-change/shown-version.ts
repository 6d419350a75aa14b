import { articleParagraphs } from '../../domain/documents/article.ts';
import type { ShownParagraph } from '../../domain/documents/document.ts';
import type { Version } from './kind.ts';
import type { Side } from './sides.ts';

export type ShownVersion = { paragraphs: ShownParagraph[]; language: string };

/** One of the two texts as a page shows it. */
export const shownVersion = ({ text, language = 'en' }: Version): ShownVersion => ({
	paragraphs: articleParagraphs({ text, furniture: [] }),
	language,
});

export const sideInWords: Record<Side, string> = { before: 'Before', after: 'After' };
