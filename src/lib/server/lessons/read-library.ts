/** Reads library/: one primary source a file. */
import type { LibrarySource } from '../../domain/lessons/library.ts';
import { libraryFileSchema } from '../../domain/lessons/schemas.ts';
import type { Finding } from './findings.ts';
import { readYaml } from './lesson-file.ts';
import { namesIn } from './lesson-folder.ts';

export function readLibrary(root: string, findings: Finding[]): Map<string, LibrarySource> {
	const library = new Map<string, LibrarySource>();
	for (const slug of namesIn(root, 'library', '.yaml')) {
		const file = readYaml(root, `library/${slug}.yaml`, libraryFileSchema, findings);
		if (file) library.set(slug, { slug, ...file.value });
	}
	return library;
}
