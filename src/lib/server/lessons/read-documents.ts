/** Reads documents/: the frozen texts, where they come from, and their keys. */
import { locateQuote, QuoteProblem } from '../../domain/documents/locate-quote.ts';
import { articleParagraphs, spanOf } from '../../domain/documents/article.ts';
import type { SourceDocument } from '../../domain/documents/document.ts';
import { checkNeighbours } from '../../domain/lessons/check-document-key.ts';
import type { DocumentKey, Evidence } from '../../domain/lessons/document-key.ts';
import { findByAddress, type Library } from '../../domain/lessons/library.ts';
import { locateKey } from '../../domain/lessons/locate-key.ts';
import { documentFileSchema, keyFileSchema, type DocumentFile } from '../../domain/lessons/schemas.ts';
import { overlap } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import { hasError, type Finding } from './findings.ts';
import { isThere, readText, readYaml, type YamlFile } from './lesson-file.ts';
import { namesIn } from './lesson-folder.ts';

export type CourseDocument = SourceDocument & {
	/** Taken out of every page, with its key and its exercises. */
	withdrawn: boolean;
};

export type ReadDocument = {
	document: CourseDocument;
	key: DocumentKey | null;
	/** The line of a key span or lure, to say where a finding about it belongs. */
	keyLineOf(quote: string): { file: string; line: number } | null;
};

export type ReadDocuments = {
	sound: Map<string, ReadDocument>;
	/** What is wrong, document by document; a lesson that uses a faulty one is refused. */
	findings: Map<string, Finding[]>;
};

export function readDocuments(root: string, library: Library): ReadDocuments {
	const read: ReadDocuments = { sound: new Map(), findings: new Map() };
	const names = new Set(
		[...namesIn(root, 'documents', '.txt'), ...namesIn(root, 'documents', '.yaml')].map(nameOfDocument),
	);
	for (const name of [...names].sort()) {
		const findings: Finding[] = [];
		const found = readDocument(root, name, library, findings);
		if (found && !hasError(findings)) read.sound.set(name, found);
		if (findings.length > 0) read.findings.set(name, findings);
	}
	return read;
}

const nameOfDocument = (file: string): string => file.replace(/\.key\.server$/, '');

/** The text with what is known of it, without its key. */
export function readSource(root: string, name: string, findings: Finding[]): CourseDocument | null {
	const text = readText(root, `documents/${name}.txt`, findings);
	const about = readYaml(root, `documents/${name}.yaml`, documentFileSchema, findings);
	if (text === null || about === null) return null;
	const furniture = locateFurniture(text, about, findings);
	return { name, text, about: aboutOf(about.value), furniture, withdrawn: about.value.withdrawn ?? false };
}

/** `lesson new` writes it above what it suggests. A text in which nothing is to be marked has an empty key without it. */
const CANDIDATES = '# ---- Candidates ----';

function readDocument(root: string, name: string, library: Library, findings: Finding[]): ReadDocument | null {
	const document = readSource(root, name, findings);
	if (!document) return null;
	const { text } = document;
	const keyFile = `documents/${name}.key.server.yaml`;
	if (!isThere(root, keyFile)) return { document, key: null, keyLineOf: () => null };

	const file = readYaml(root, keyFile, keyFileSchema, findings);
	if (!file) return null;
	if (file.value.spans.length === 0 && readText(root, keyFile, [])?.includes(CANDIDATES)) {
		const message = 'Nothing is decided yet: move what you keep under “spans”, and take the candidates out.';
		findings.push(file.error(['spans'], message));
	}
	const { key, problems } = locateKey(document, file.value);
	for (const { level, path, message } of problems)
		findings.push(level === 'error' ? file.error(path, message) : file.warning(path, message));
	const lineOf = (quote: string) => lineOfQuote(file, quote);
	for (const { level, message, span } of checkNeighbours(key.spans, text)) {
		findings.push({ file: keyFile, line: lineOf(span.quote), level, message });
	}
	file.value.spans.forEach(({ quote, evidence }, index) => {
		const unknown = (evidence ?? []).filter((each) => !isKnown(each, library));
		for (const each of unknown) {
			findings.push(
				file.error(
					['spans', index, 'evidence'],
					`“${quote}”: the library has no passage “${typeof each === 'string' ? each : each.source}”`,
				),
			);
		}
	});
	return { document, key, keyLineOf: (quote) => ({ file: keyFile, line: lineOf(quote) }) };
}

const isKnown = (evidence: Evidence, library: Library): boolean =>
	typeof evidence !== 'string' || findByAddress(library, evidence) !== null;

function lineOfQuote(
	file: YamlFile<{ spans: { quote: string }[]; lures?: { quote: string }[] }>,
	quote: string,
): number {
	const span = file.value.spans.findLastIndex((each) => each.quote === quote);
	if (span !== -1) return file.lineOf(['spans', span]);
	const lure = file.value.lures?.findIndex((each) => each.quote === quote) ?? -1;
	return lure === -1 ? 1 : file.lineOf(['lures', lure]);
}

function locateFurniture(text: string, file: YamlFile<DocumentFile>, findings: Finding[]): Span[] {
	const pieces = file.value.furniture ?? [];
	const located = pieces.flatMap(({ quote, occurrence }, index): Span[] => {
		try {
			return [locateQuote(text, quote, occurrence)];
		} catch (problem) {
			if (!(problem instanceof QuoteProblem)) throw problem;
			findings.push(file.error(['furniture', index], problem.message));
			return [];
		}
	});
	const shown = articleParagraphs({ text, furniture: located }).map(spanOf);
	for (const [index, piece] of located.entries()) {
		if (!shown.some((paragraph) => overlap(paragraph, piece) > 0)) continue;
		const message = `“${text.slice(piece.start, piece.end)}” stands inside a line; furniture must touch its start or end`;
		findings.push(file.error(['furniture', index], message));
	}
	return located;
}

/** The provenance without what only the catalog reads. */
function aboutOf(file: DocumentFile): SourceDocument['about'] {
	const about: Partial<DocumentFile> & SourceDocument['about'] = { ...file };
	delete about.withdrawn;
	delete about.furniture;
	return about;
}
