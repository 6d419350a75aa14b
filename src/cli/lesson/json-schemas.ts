/** JSON Schemas of the lesson files, from the very schemas that read them: with them an editor completes and checks. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import {
	answersFileSchema,
	courseFileSchema,
	documentFileSchema,
	exerciseHeadSchema,
	keyFileSchema,
	libraryFileSchema,
} from '../../lib/domain/lessons/schemas.ts';
import { literatureFileSchema } from '../../lib/domain/lessons/technique-page.ts';
import { practiceFileSchema } from '../../lib/domain/study/pool.ts';
import type { ExerciseKind, Scorer } from '../../lib/exercises/contract.ts';

type Json = Record<string, unknown>;
type Parts = { kinds: ReadonlyMap<string, ExerciseKind>; scorers: ReadonlyMap<string, Scorer> };

/** What a schema cannot say to an editor (that ids differ, that a quote is in the text) `lesson check` says. */
const asJson = (schema: GenericSchema): Json => {
	const { $schema: _, ...rest } = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
	return rest;
};

/** By name of the file under lessons/.schemas, as it stands there. */
export function jsonSchemas({ kinds, scorers }: Parts): Map<string, string> {
	const schemas: Record<string, Json> = {
		'course.json': asJson(courseFileSchema),
		'document.json': asJson(documentFileSchema),
		'key.json': asJson(keyFileSchema),
		'library.json': asJson(libraryFileSchema),
		'practice.json': asJson(practiceFileSchema),
		'literature.json': asJson(literatureFileSchema),
		'exercises.json': { type: 'array', minItems: 1, items: { anyOf: [...kinds.values()].map(exerciseSchema) } },
		'answers.json': {
			...asJson(answersFileSchema),
			additionalProperties: {
				anyOf: [...scorers.values()].flatMap(({ keySchema }) => (keySchema ? [asJson(keySchema)] : [])),
			},
		},
	};
	// An editor needs the name of the dialect; the package knows it.
	const { $schema } = toJsonSchema(courseFileSchema, { typeMode: 'input', errorMode: 'ignore' });
	return new Map(
		Object.entries(schemas).map(([name, schema]) => [name, `${JSON.stringify({ $schema, ...schema }, null, '\t')}\n`]),
	);
}

/** The fields that all exercises have, and those of one kind. */
function exerciseSchema({ id, label, taskSchema }: ExerciseKind): Json {
	const head = asJson(exerciseHeadSchema);
	const task = asJson(taskSchema);
	return {
		title: label,
		type: 'object',
		properties: { ...(head['properties'] as Json), ...(task['properties'] as Json), kind: { const: id } },
		required: [
			...((head['required'] as string[] | undefined) ?? []),
			...((task['required'] as string[] | undefined) ?? []),
		],
		additionalProperties: false,
	};
}

/** Writes them where the lessons are. */
export function writeJsonSchemas(lessons: string, parts: Parts): string[] {
	const folder = join(lessons, '.schemas');
	mkdirSync(folder, { recursive: true });
	const schemas = jsonSchemas(parts);
	for (const [name, content] of schemas) writeFileSync(join(folder, name), content);
	return [...schemas.keys()].map((name) => join(folder, name));
}
