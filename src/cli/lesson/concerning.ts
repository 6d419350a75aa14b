/** What is said of one lesson, so that its author reads of no others. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from '../../lib/server/lessons/lesson-folder.ts';
import type { Finding } from '../../lib/server/lessons/findings.ts';

/**
 * Whether a finding is about the lesson, or about a document that its exercises name.
 * @param name of a lesson or of a document; null when there is neither
 */
export function concerning(root: string, name: string): ((finding: Finding) => boolean) | null {
	const folder = join(root, 'course', name);
	const known = namesOfDocuments(root);
	if (!/^[a-z0-9-]+$/.test(name) || !(known.has(name) || existsSync(folder))) return null;
	// Read as words and not as YAML: the file may be the very one that is faulty.
	const exercises = join(folder, 'exercises.yaml');
	const words = existsSync(exercises) ? (readFileSync(exercises, 'utf8').match(/[a-z0-9-]+/g) ?? []) : [];
	const documents = new Set([name, ...words.filter((word) => known.has(word))]);
	return ({ file, message }) => {
		const [top, next = ''] = file.split('/');
		if (top === 'course') return next === name;
		if (top === 'documents') return documents.has(next.replace(/(\.key\.server)?\.[a-z]+$/, ''));
		return message.includes(`“${name}”`);
	};
}

const namesOfDocuments = (root: string): Set<string> =>
	new Set(
		['.txt', '.yaml'].flatMap((ending) =>
			namesIn(root, 'documents', ending).map((file) => file.replace(/\.key\.server$/, '')),
		),
	);
