/** Everything of a build that a browser can ask for, as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

export type ServedFile = { name: string; text: string };

export function filesForBrowsers(built: string): ServedFile[] {
	const folders = ['client', 'prerendered'].map((name) => join(built, name));
	return folders
		.flatMap((folder) => filesUnder(folder))
		.map((file) => ({ name: relative(built, file), text: textOf(file) }));
}

function filesUnder(folder: string): string[] {
	try {
		return readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name));
	} catch {
		return [];
	}
}

function textOf(file: string): string {
	const bytes = readFileSync(file);
	if (file.endsWith('.br')) return brotliDecompressSync(bytes).toString();
	if (file.endsWith('.gz')) return gunzipSync(bytes).toString();
	return bytes.toString();
}
