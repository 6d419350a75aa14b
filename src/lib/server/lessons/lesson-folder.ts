import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Names of the files in a folder that end so, without the ending, in order; none when the folder is not there. */
export function namesIn(root: string, folder: string, ending: string): string[] {
	if (!existsSync(join(root, folder))) return [];
	return readdirSync(join(root, folder), { withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(ending))
		.map(({ name }) => name.slice(0, -ending.length))
		.sort();
}

export function foldersIn(root: string, folder: string): string[] {
	if (!existsSync(join(root, folder))) return [];
	return readdirSync(join(root, folder), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
}
