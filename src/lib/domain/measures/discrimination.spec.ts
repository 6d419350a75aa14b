import { describe, expect, it } from 'vitest';
import { discrimination, normalQuantile } from './discrimination.ts';

describe('discrimination', () => {
	it('shows only what was found and left alone while there are fewer than 20 of either', () => {
		expect(discrimination({ found: 5, core: 19, luresMarked: 1, lures: 30 })).toEqual({
			found: 5,
			core: 19,
			luresLeft: 29,
			lures: 30,
			sensitivity: null,
		});
	});

	it('is zero for somebody who marks hits and lures alike', () => {
		const { sensitivity } = discrimination({ found: 10, core: 20, luresMarked: 10, lures: 20 });
		expect(sensitivity?.dPrime).toBeCloseTo(0);
		expect(sensitivity?.criterion).toBeCloseTo(0);
	});

	it('says by a criterion below zero that somebody marks too much', () => {
		const { sensitivity } = discrimination({ found: 20, core: 20, luresMarked: 15, lures: 20 });
		expect(sensitivity?.criterion).toBeLessThan(0);
		expect(sensitivity?.dPrime).toBeCloseTo(normalQuantile(20.5 / 21) - normalQuantile(15.5 / 21));
	});

	it('knows the normal curve', () => {
		expect(normalQuantile(0.975)).toBeCloseTo(1.959963985, 8);
		expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
		expect(normalQuantile(0.01)).toBeCloseTo(-2.326347874, 8);
	});
});
