/** The bundled primary sources, addressable by article and paragraph: `un-charter#article-55.c`. */

export type LibraryParagraph = { id: string; text: string };

/** An article or another part of a source. A gap in the printed text is [...]. */
export type LibraryPassage = {
	id: string;
	label: string;
	/** What stands before the paragraphs, or the whole text where there are none. */
	text?: string;
	paragraphs?: LibraryParagraph[];
	/** What stands after the paragraphs. */
	closing?: string;
};

export type LibraryTranslation = { language: string; title: string; passages: LibraryPassage[] };

export type LibrarySource = {
	slug: string;
	title: string;
	date: string;
	legalCharacter: string;
	status: { india: string; pakistan: string };
	address: string;
	citation: string;
	compared: string;
	notice: string;
	languages: string[];
	passages: LibraryPassage[];
	translations?: LibraryTranslation[];
};

export type Library = ReadonlyMap<string, LibrarySource>;

/** A passage, and one paragraph of it where the address names one. `text` is all that the address covers. */
export type FoundPassage = { passage: LibraryPassage; paragraph: LibraryParagraph | null; label: string; text: string };

export type PassageAddress = {
	source: string;
	/** What stands after the #: `article-55` or `article-55.c`. */
	passage: string;
};

const addressForm = /^([a-z0-9]+(?:-[a-z0-9]+)*)#([a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)?)$/;

/** Null when the text has not the form of an address; whether the passage exists is another question. */
export function parsePassageAddress(address: string): PassageAddress | null {
	const [, source, passage] = addressForm.exec(address) ?? [];
	return source && passage ? { source, passage } : null;
}

export const passageAddress = (source: string, passage: string): string => `${source}#${passage}`;

/** Looks up what follows the # of an address: `article-55`, or `article-55.c` for one paragraph. */
export function findPassage(source: LibrarySource, place: string): FoundPassage | null {
	const [passageId, paragraphId] = place.split('.');
	const passage = source.passages.find(({ id }) => id === passageId);
	if (!passage) return null;
	if (paragraphId === undefined) {
		return { passage, paragraph: null, label: passage.label, text: wholeText(passage) };
	}
	const paragraph = passage.paragraphs?.find(({ id }) => id === paragraphId);
	return paragraph ? { passage, paragraph, label: `${passage.label}(${paragraph.id})`, text: paragraph.text } : null;
}

/** Finds a passage by its whole address; null when source or passage is not there. */
export function findByAddress(library: Library, address: string): (FoundPassage & { source: LibrarySource }) | null {
	const parsed = parsePassageAddress(address);
	const source = parsed && library.get(parsed.source);
	const found = source && findPassage(source, parsed.passage);
	return found ? { ...found, source } : null;
}

function wholeText(passage: LibraryPassage): string {
	const paragraphs = (passage.paragraphs ?? []).map(({ text }) => text);
	return [passage.text, ...paragraphs, passage.closing].filter((part) => part !== undefined).join('\n');
}
