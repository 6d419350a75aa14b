import { describe, expect, it } from 'vitest';
import { canonicalJson } from './edition.ts';

describe('canonical JSON', () => {
	it('does not depend on the order of fields, and keeps that of lists', () => {
		expect(canonicalJson({ b: [2, 1, { d: null, c: 'x' }], a: true })).toBe('{"a":true,"b":[2,1,{"c":"x","d":null}]}');
		expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
	});

	it('leaves out what is undefined', () => {
		expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
	});
});
