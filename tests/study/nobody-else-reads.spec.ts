import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Of studying: the reader's own pages, taking it along, and one's own download. */
const MAY_READ = /^src\/lib\/server\/use-cases\/(study\/|people\/sign-in\.ts|people\/download-own-data\.ts)/;
/** Where a glossary page asks for the reasons of its three sentences: nothing of a reader is in them. */
const TRIES_ALONE = /^src\/lib\/server\/use-cases\/glossary\//;

const sources = globSync('src/**/*.{ts,svelte}').filter((file) => !file.endsWith('.spec.ts'));
const importing = (pattern: RegExp) => sources.filter((file) => pattern.test(readFileSync(file, 'utf8')));

test('no use case of a teacher, and no other repository, reads what somebody studied alone', () => {
	const readers = importing(/from '[^']*repositories\/study\.ts'/);
	expect(readers.length).toBeGreaterThan(3);
	expect(readers.filter((file) => !MAY_READ.test(file))).toEqual([]);

	const tables = importing(/from '[^']*schema\/study\.ts'/);
	expect(tables).toEqual(['src/lib/server/repositories/study.ts']);
});

test('no other use case asks those of studying', () => {
	const asking = importing(/from '[^']*\/study\/(?!try-technique)[a-z-]+\.ts'/).filter(
		(file) => file.startsWith('src/lib/server/use-cases/') && !MAY_READ.test(file) && !TRIES_ALONE.test(file),
	);
	const ofUseCases = asking.filter((file) => /from '\.\.\/study\//.test(readFileSync(file, 'utf8')));
	expect(ofUseCases).toEqual([]);
});
