/** One immutable version of a lesson, named by the hash of all that a person's work depends on. */
import type { SourceDocument } from '../documents/document.ts';

/** A passage of a document that is printed, with credit, under the prompt. */
export type ExerciseQuote = { text: string; document: string };

export type EditionExercise = {
	id: string;
	kind: string;
	/** Whole points; 0 is practice or a worked example. */
	points: number;
	prompt: string;
	quotes?: ExerciseQuote[];
	/** The kind's own fields; parsed by its taskSchema. */
	task: unknown;
	/** Built by the kind's scorer. Secret. */
	key: unknown;
	/** Names the key where rulings of a classroom apply to it; else the edition does. */
	keyVersion?: string;
};

export type EditionContent = {
	lesson: string;
	title: string;
	summary: string;
	minutes: number;
	objectives: string[];
	exercises: EditionExercise[];
	/** Every document that an exercise uses, by name. */
	documents: Record<string, SourceDocument>;
};

export type Edition = EditionContent & {
	/** SHA-256, in hexadecimal. */
	id: string;
};

/** Explanations and what is computed from the rest. They may be mended without making a new edition. */
const notHashed = new Set(['why', 'carried', 'plainer', 'note', 'evidence', 'baseline']);

/** @param sha256 hexadecimal SHA-256 of a text's UTF-8 bytes (the domain itself has no crypto) */
export function makeEdition(content: EditionContent, sha256: (text: string) => string): Edition {
	return { id: sha256(canonicalJson(whatWorkDependsOn(content))), ...content };
}

/** JSON with sorted keys and no white space: equal content gives equal text. Undefined fields are left out. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (value === undefined) return 'null';
	if (!isRecord(value)) return JSON.stringify(value);
	const fields = Object.keys(value)
		.filter((name) => value[name] !== undefined)
		.sort()
		.map((name) => `${JSON.stringify(name)}:${canonicalJson(value[name])}`);
	return `{${fields.join(',')}}`;
}

function whatWorkDependsOn({ exercises, documents }: EditionContent): unknown {
	return {
		exercises: exercises.map(({ id, kind, points, prompt, quotes, task, key }) => ({
			id,
			kind,
			points,
			prompt,
			quotes,
			task,
			key: withoutExplanations(key),
		})),
		documents: Object.values(documents)
			.map(({ name, text, furniture }) => ({ name, text, furniture }))
			.sort((a, b) => (a.name < b.name ? -1 : 1)),
	};
}

function withoutExplanations(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutExplanations);
	if (!isRecord(value)) return value;
	const kept = Object.entries(value).filter(([name]) => !notHashed.has(name));
	return Object.fromEntries(kept.map(([name, inner]) => [name, withoutExplanations(inner)]));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
