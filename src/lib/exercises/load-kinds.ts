/** Kinds and scorers by listing their folder, for the command line and for tests: plain Node, no build. */
import { existsSync, readdirSync } from 'node:fs';
import type { ExerciseKind, Scorer } from './contract.ts';

export type LoadedKinds = { kinds: Map<string, ExerciseKind>; scorers: Map<string, Scorer> };

export async function loadKinds(): Promise<LoadedKinds> {
	const loaded: LoadedKinds = { kinds: new Map(), scorers: new Map() };
	const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) =>
		entry.isDirectory(),
	);
	for (const { name } of folders) {
		const kindFile = new URL(`./${name}/kind.ts`, import.meta.url);
		const scorerFile = new URL(`./${name}/scorer.server.ts`, import.meta.url);
		if (!existsSync(kindFile) || !existsSync(scorerFile)) continue;
		const { kind } = (await import(/* @vite-ignore */ kindFile.href)) as { kind: ExerciseKind };
		const { scorer } = (await import(/* @vite-ignore */ scorerFile.href)) as { scorer: Scorer };
		loaded.kinds.set(kind.id, kind);
		loaded.scorers.set(name, scorer);
	}
	return loaded;
}
