import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/cli/lesson/json-schemas.ts';
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';

const schemas = jsonSchemas(await loadKinds());

test('the schemas for editors are those that read the files: `npm run lesson -- schemas` writes them anew', () => {
	for (const [name, content] of schemas) {
		expect(readFileSync(join('lessons', '.schemas', name), 'utf8'), name).toBe(content);
	}
});

test('an editor knows every kind of exercise, with its own fields', () => {
	const { items } = JSON.parse(schemas.get('exercises.json') ?? '') as {
		items: { anyOf: { properties: Record<string, unknown>; additionalProperties: boolean }[] };
	};
	const choice = items.anyOf.find(({ properties }) => JSON.stringify(properties['kind']) === '{"const":"choice"}');
	expect(Object.keys(choice?.properties ?? {})).toEqual(expect.arrayContaining(['id', 'points', 'prompt', 'options']));
	expect(choice?.additionalProperties).toBe(false);
});
