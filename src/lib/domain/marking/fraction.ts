/**
 * Exact rational numbers, so that 8.125 points become 8.13 and never 8.12. Fractions are not reduced: a sum of forty
 * of them stays small enough, and reducing each would cost more than everything else in scoring.
 */
export type Fraction = { numerator: bigint; denominator: bigint };

export const zero: Fraction = { numerator: 0n, denominator: 1n };
export const one: Fraction = { numerator: 1n, denominator: 1n };

/** The denominator must be above zero. */
export const fraction = (numerator: bigint | number, denominator: bigint | number = 1n): Fraction => ({
	numerator: BigInt(numerator),
	denominator: BigInt(denominator),
});

/** The decimal number that a person wrote: 0.2 is 1/5 here, although no double is. */
export function decimal(value: number): Fraction {
	if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number to calculate with`);
	const [digits = '0', exponent = '0'] = String(value).split('e');
	const [whole = '0', places = ''] = digits.split('.');
	const shift = Number(exponent) - places.length;
	const unshifted = BigInt(whole + places);
	if (shift >= 0) return fraction(unshifted * 10n ** BigInt(shift));
	return fraction(unshifted, 10n ** BigInt(-shift));
}

export function add(a: Fraction, b: Fraction): Fraction {
	if (a.denominator === b.denominator) return fraction(a.numerator + b.numerator, a.denominator);
	return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, fraction(-b.numerator, b.denominator));

export const multiply = (a: Fraction, b: Fraction): Fraction =>
	fraction(a.numerator * b.numerator, a.denominator * b.denominator);

/** Divides by a number above zero. */
export const divide = (a: Fraction, b: Fraction): Fraction =>
	fraction(a.numerator * b.denominator, a.denominator * b.numerator);

export const isPositive = (a: Fraction): boolean => a.numerator > 0n;

export const atLeastZero = (a: Fraction): Fraction => (isPositive(a) ? a : zero);

/** Between 0 and 1. */
export function clamp(a: Fraction): Fraction {
	if (!isPositive(a)) return zero;
	return a.numerator >= a.denominator ? one : a;
}

/** The nearest whole number; halves go up. Never below zero here. */
export const roundHalfUp = (a: Fraction): number => Number((2n * a.numerator + a.denominator) / (2n * a.denominator));

const places = 10n ** 18n;

export const toNumber = (a: Fraction): number => Number((a.numerator * places) / a.denominator) / Number(places);
