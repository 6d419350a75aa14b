import { describe, expect, it } from 'vitest';
import { placeNotes } from './place-notes.ts';

const notes = (...lines: number[]) => lines.map((line) => ({ line, height: 50 }));

describe('notes in the margin', () => {
	it('stand at their lines where there is room', () => {
		expect(placeNotes(notes(0, 100, 300), 10)).toEqual([0, 100, 300]);
	});

	it('push those below them down', () => {
		expect(placeNotes(notes(0, 20, 30, 400), 10)).toEqual([0, 60, 120, 400]);
	});

	it('make room for the one that is read', () => {
		expect(placeNotes(notes(100, 110, 120), 10, 2)).toEqual([0, 60, 120]);
	});

	it('never leave the margin at its top', () => {
		expect(placeNotes(notes(0, 10, 20), 10, 2)).toEqual([0, 60, 120]);
	});
});
