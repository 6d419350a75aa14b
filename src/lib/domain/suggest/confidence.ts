/**
 * How sure a suggestion is: what speaks for it and against it, added up on the scale of a logistic curve. The weights were
 * fitted (tests/suggest/fit.ts) to the keys of the course and to tests/suggest/tune.yaml, and rounded.
 */
export type Traits = Record<string, number>;

export function confidenceOf(weights: Readonly<Record<string, number>>, traits: Traits): number {
	const sum = Object.entries(traits).reduce((total, [trait, value]) => total + (weights[trait] ?? 0) * value, 0);
	return 1 / (1 + Math.exp(-(sum + (weights['base'] ?? 0))));
}
