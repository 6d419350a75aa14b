/** Reads the exercises of one lesson with their keys. */
import * as v from 'valibot';
import type { SourceDocument } from '../../domain/documents/document.ts';
import type { EditionExercise, ExerciseQuote } from '../../domain/lessons/edition.ts';
import type { Library } from '../../domain/lessons/library.ts';
import { answersFileSchema, exercisesFileSchema } from '../../domain/lessons/schemas.ts';
import type { ExerciseKind, KeySources, Scorer } from '../../exercises/contract.ts';
import type { Finding } from './findings.ts';
import { faultOf, isThere, readYaml, type Path, type YamlFile } from './lesson-file.ts';
import type { CourseDocument, ReadDocument } from './read-documents.ts';

export type Kinds = ReadonlyMap<string, ExerciseKind>;
export type Scorers = ReadonlyMap<string, Scorer>;

/** What exercises of every lesson are read with. */
export type Shelf = { kinds: Kinds; scorers: Scorers; library: Library; documents: ReadonlyMap<string, ReadDocument> };

export type ReadExercise = {
	exercise: EditionExercise;
	/** Names of all documents that it shows or quotes. */
	documents: string[];
	/** A document of it was withdrawn: it is read and checked, and not served. */
	withdrawn: boolean;
	file: string;
	line: number;
};

type Given = { id: string; kind: string; points: number; prompt: string; quotes?: ExerciseQuote[] } & Record<
	string,
	unknown
>;
type KeyFields = YamlFile<Record<string, Record<string, unknown>>>;

/** Every exercise that could be read whole; what is wrong with the others is in the findings. */
export function readExercises(root: string, folder: string, shelf: Shelf, findings: Finding[]): ReadExercise[] {
	const file = `${folder}/exercises.yaml`;
	const exercises: YamlFile<Given[]> | null = readYaml(root, file, exercisesFileSchema, findings);
	const answersFile = `${folder}/answers.server.yaml`;
	const answers = isThere(root, answersFile) ? readYaml(root, answersFile, answersFileSchema, findings) : null;
	if (!exercises || (!answers && isThere(root, answersFile))) return [];

	const ids = exercises.value.map(({ id }) => id);
	for (const id of Object.keys(answers?.value ?? {}).filter((each) => !ids.includes(each))) {
		if (answers) findings.push(answers.error([id], `there is no exercise called “${id}”`));
	}
	return exercises.value.flatMap((given, index) => {
		if (ids.indexOf(given.id) !== index)
			findings.push(exercises.error([index, 'id'], `${given.id}: two exercises have this id`));
		const reader = { shelf, findings, file, exercises, answersFile, answers };
		return readExercise(reader, given, index) ?? [];
	});
}

type Reader = {
	shelf: Shelf;
	findings: Finding[];
	file: string;
	exercises: YamlFile<Given[]>;
	answersFile: string;
	answers: KeyFields | null;
};

function readExercise(reader: Reader, given: Given, index: number): ReadExercise | null {
	const { shelf, findings, file, exercises } = reader;
	const { id, kind: kindId, points, prompt, quotes, ...fields } = given;
	const kind = shelf.kinds.get(kindId);
	const scorer = shelf.scorers.get(kindId);
	if (!kind || !scorer) {
		findings.push(exercises.error([index, 'kind'], `${id}: there is no kind of exercise called “${kindId}”`));
		return null;
	}

	const task = v.safeParse(kind.taskSchema, fields);
	if (!task.success) {
		const faults = task.issues.flatMap((issue) => faultOf(file, issue, exercises.lineOf, exercises.value, [index]));
		findings.push(...faults);
		return null;
	}
	const used = documentsUsedBy({ task: task.output, ...(quotes ? { quotes } : {}) }, kind);
	const documents = documentsFor(reader, used, id, index);
	const keyFile = readKeyFields(reader, scorer, id, index);
	if (!documents || keyFile === faulty) return null;
	checkQuotes(reader, quotes ?? [], documents, id, index);

	const sources = keySources(documents);
	const key = scorer.buildKey(task.output, keyFile, sources);
	for (const { level, message, quote } of scorer.lint({
		task: task.output,
		key,
		points,
		...sources,
		library: shelf.library,
	})) {
		const quoted = quote !== undefined && !message.includes(quote) ? `“${quote}”: ` : '';
		const place = placeOfLint(reader, documents, quote, index);
		findings.push({ ...place, level, message: `${id}: ${quoted}${message}` });
	}
	return {
		exercise: { id, kind: kindId, points, prompt, ...(quotes ? { quotes } : {}), task: task.output, key },
		documents: used,
		withdrawn: documents.some(({ document }) => document.withdrawn),
		file,
		line: exercises.lineOf([index]),
	};
}

/** Names of all documents that an exercise shows or quotes. */
export function documentsUsedBy(
	{ task, quotes = [] }: Pick<EditionExercise, 'task' | 'quotes'>,
	kind: ExerciseKind | undefined,
): string[] {
	return [...new Set([...(kind?.documentsOf(task) ?? []), ...quotes.map(({ document }) => document)])];
}

const faulty = Symbol('the key fields are faulty');

function readKeyFields(reader: Reader, scorer: Scorer, id: string, index: number): unknown {
	const { answers, answersFile, exercises, findings } = reader;
	const fields = answers?.value[id];
	if (!scorer.keySchema) {
		if (!fields) return null;
		findings.push(answers.error([id], `${id}: this kind has no key of its own; its key is the document's`));
		return faulty;
	}
	if (!fields) {
		findings.push(exercises.error([index], `${id}: it has no key in ${answersFile}`));
		return faulty;
	}
	const parsed = v.safeParse(scorer.keySchema, fields);
	if (parsed.success) return parsed.output;
	for (const issue of parsed.issues) findings.push(...faultOf(answersFile, issue, answers.lineOf, answers.value, [id]));
	return faulty;
}

/** Null, with a finding, when a document is not there or is faulty itself. */
function documentsFor(
	{ shelf, exercises, findings }: Reader,
	names: string[],
	id: string,
	index: number,
): ReadDocument[] | null {
	const missing = names.filter((name) => !shelf.documents.has(name));
	for (const name of missing) {
		findings.push(exercises.error([index], `${id}: the document “${name}” is not there or has errors of its own`));
	}
	return missing.length > 0 ? null : names.flatMap((name) => shelf.documents.get(name) ?? []);
}

function checkQuotes(
	{ exercises, findings }: Reader,
	quotes: ExerciseQuote[],
	documents: ReadDocument[],
	id: string,
	index: number,
): void {
	quotes.forEach(({ text, document: name }, quoteIndex) => {
		const found = documents.find(({ document }) => document.name === name);
		if (found?.document.text.includes(text)) return;
		const path: Path = [index, 'quotes', quoteIndex, 'text'];
		findings.push(exercises.error(path, `${id}: “${text}” is not in the document “${name}”`));
	});
}

function placeOfLint({ exercises, file }: Reader, documents: ReadDocument[], quote: string | undefined, index: number) {
	const inKey =
		quote === undefined
			? undefined
			: (documents.map(({ keyLineOf }) => keyLineOf(quote)).find((place) => place !== null) ?? undefined);
	return inKey ?? { file, line: exercises.lineOf([index]) };
}

function keySources(documents: ReadDocument[]): KeySources {
	const keyed = documents.flatMap(({ document, key }) => (key ? [[document.name, key] as const] : []));
	return {
		documentKeys: Object.fromEntries(keyed),
		documents: Object.fromEntries(documents.map(({ document }) => [document.name, plainDocument(document)])),
	};
}

/** Without what only the catalog knows of it. */
export function plainDocument({ name, text, about, furniture }: CourseDocument): SourceDocument {
	return { name, text, about, furniture };
}
