/** Reads practice/: the pool of sentences for studying alone. A faulty sentence is named and left out. */
import { createHash } from 'node:crypto';
import { articleParagraphs, spanOf } from '../../domain/documents/article.ts';
import { locateQuote, QuoteProblem } from '../../domain/documents/locate-quote.ts';
import { findByAddress, type Library } from '../../domain/lessons/library.ts';
import { lintPool } from '../../domain/study/pool-lint.ts';
import { practiceFileSchema, toPoolSentence, type GivenSentence, type PoolSentence } from '../../domain/study/pool.ts';
import { contains } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import type { Finding } from './findings.ts';
import { readYaml, type YamlFile } from './lesson-file.ts';
import { namesIn } from './lesson-folder.ts';
import type { CourseDocument } from './read-documents.ts';

type Sources = { library: Library; documents: ReadonlyMap<string, CourseDocument> };
/** A way into the sentence, for the line of a finding. */
type Say = (field: string, message: string) => void;

/** Sentences by id, in the order of the files. Counts are checked where there is a pool at all. */
export function readPractice(root: string, sources: Sources, findings: Finding[]): Map<string, PoolSentence> {
	const pool = new Map<string, PoolSentence>();
	const places = new Map<string, { file: string; line: number }>();
	const sets = namesIn(root, 'practice', '.server.yaml').map((name) => `practice/${name}.server.yaml`);
	for (const file of sets) {
		const read = readYaml(root, file, practiceFileSchema, findings);
		read?.value.sentences.forEach((given, index) => {
			const before = places.get(given.id);
			if (before) {
				const message = `${given.id}: ${before.file}:${before.line} has a sentence of this name already`;
				findings.push(read.error(['sentences', index, 'id'], message));
				return;
			}
			places.set(given.id, { file, line: read.lineOf(['sentences', index]) });
			const sentence = readSentence(given, sources, sayAt(read, given.id, index, findings));
			if (sentence) pool.set(given.id, sentence);
		});
	}
	const [first] = sets;
	if (first === undefined) return pool;
	for (const { message, sentence } of lintPool(pool)) {
		const at = (sentence === undefined ? undefined : places.get(sentence)) ?? { file: first, line: 1 };
		findings.push({ ...at, level: 'error', message });
	}
	return pool;
}

function sayAt(read: YamlFile<unknown>, id: string, index: number, findings: Finding[]): Say {
	return (field, message) => findings.push(read.error(['sentences', index, field], `${id}: ${message}`));
}

function readSentence(given: GivenSentence, { library, documents }: Sources, say: Say): PoolSentence | null {
	const faults: string[] = [];
	const fault: Say = (field, message) => {
		faults.push(message);
		say(field, message);
	};
	if (given.source !== 'own') checkSource(given, documents.get(given.source), fault);
	for (const each of given.evidence ?? []) {
		if (typeof each === 'string' && findByAddress(library, each) === null)
			fault('evidence', `the library has no passage “${each}”`);
	}
	const mark = given.mark === undefined ? null : place(given.text, given.mark, given.occurrence, 'mark', fault);
	return faults.length > 0 ? null : toPoolSentence(given, mark, shortHash);
}

/** A sentence of a document stands in it once, and a reader sees it there. */
function checkSource({ source, text }: GivenSentence, document: CourseDocument | undefined, fault: Say): void {
	if (!document) {
		fault('source', `there is no document “${source}”; write “own” for a sentence of our own`);
		return;
	}
	const span = place(document.text, text, undefined, 'text', fault);
	if (span && !articleParagraphs(document).some((paragraph) => contains(spanOf(paragraph), span))) {
		fault('text', `the sentence does not lie inside one paragraph of the article “${source}”`);
	}
}

function place(text: string, quote: string, occurrence: number | undefined, field: string, fault: Say): Span | null {
	try {
		return locateQuote(text, quote, occurrence);
	} catch (problem) {
		if (!(problem instanceof QuoteProblem)) throw problem;
		fault(field, problem.message);
		return null;
	}
}

/** Sixteen digits tell the versions of one sentence apart. */
const shortHash = (json: string): string => createHash('sha256').update(json, 'utf8').digest('hex').slice(0, 16);
