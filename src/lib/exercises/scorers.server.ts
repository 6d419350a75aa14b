/** The key half of every kind of exercise: never leaves the server. */
import type { Scorer } from './contract.ts';

const modules = import.meta.glob<{ scorer: Scorer }>('./*/scorer.server.ts', { eager: true });

/** By the id of the kind, which is the name of its folder. */
export const scorers: ReadonlyMap<string, Scorer> = new Map(
	Object.entries(modules).map(([path, { scorer }]) => [path.split('/')[1] ?? path, scorer]),
);

export function scorerOf(id: string): Scorer {
	const scorer = scorers.get(id);
	if (!scorer) throw new Error(`There is no scorer for the kind of exercise called ${id}.`);
	return scorer;
}
