import { describe, expect, it } from 'vitest';
import { daysLater, lockedBy, type SequenceStep } from './sequence.ts';

const step = (place: number, change: Partial<SequenceStep> = {}): SequenceStep => ({
	assignmentId: `step-${place}`,
	place,
	handedIn: false,
	begun: false,
	excused: false,
	closed: false,
	...change,
});
const waitsFor = (place: number, ...steps: SequenceStep[]) => lockedBy(`step-${place}`, steps)?.place ?? null;

describe('a step of a sequence', () => {
	it('opens when the one before it is handed in', () => {
		expect(waitsFor(1, step(1), step(2), step(3))).toBeNull();
		expect(waitsFor(2, step(1), step(2), step(3))).toBe(1);
		expect(waitsFor(2, step(1, { handedIn: true, begun: true }), step(2), step(3))).toBeNull();
		expect(waitsFor(3, step(1, { handedIn: true, begun: true }), step(2), step(3))).toBe(2);
	});

	it('does not wait for one that the student is excused from, that has closed, or that was taken back', () => {
		expect(waitsFor(2, step(1, { excused: true }), step(2))).toBeNull();
		expect(waitsFor(2, step(1, { closed: true }), step(2))).toBeNull();
		expect(waitsFor(3, step(3))).toBeNull();
		expect(waitsFor(3, step(1), step(2, { excused: true }), step(3))).toBe(1);
	});

	it('is never locked again once it was begun', () => {
		expect(waitsFor(2, step(1), step(2, { begun: true }))).toBeNull();
	});
});

describe('due dates with days between them', () => {
	it('keep their hour when the clocks change', () => {
		// Berlin goes back an hour on 25 October 2026.
		const before = Date.parse('2026-10-24T14:00:00Z');
		expect(new Date(daysLater(before, 2, 'Europe/Berlin')).toISOString()).toBe('2026-10-26T15:00:00.000Z');
		expect(daysLater(before, 0, 'Europe/Berlin')).toBe(before);
	});
});
