import { describe, expect, it } from 'vitest';
import type { MarkSpansKey } from '../../src/lib/exercises/mark-spans/key.server.ts';
import { changedFile, soundFiles, wells } from './fixture-course.ts';
import { readChanged } from './read-changed.ts';

describe('a sound course', () => {
	const course = readChanged();

	it('is served whole and without findings', () => {
		expect(course.findings.filter(({ level }) => level === 'error')).toEqual([]);
		expect(course.units).toEqual([
			{ id: 'first', title: 'First', summary: 'The first unit.', lessons: ['wells', 'choosing'] },
		]);
		expect(course.lessons.get('wells')?.unit).toBe('first');
		expect([...course.library.keys()]).toEqual(['charter']);
	});

	it('has every quote of the key in its place', () => {
		const edition = course.lessons.get('wells')?.edition;
		const key = edition?.exercises[0]?.key as MarkSpansKey;
		expect(key.spans.map(({ start, end }) => wells.slice(start, end))).toEqual([
			'reckless',
			'Two thirds of the wells are poisoned',
			'Under Article 1 of the Charter',
		]);
		const [, , appeal] = key.spans;
		expect(wells.slice(appeal?.nucleus?.start, appeal?.nucleus?.end)).toBe('Article 1');
		expect(wells.slice(appeal?.envelope?.start, appeal?.envelope?.end)).toBe(
			'Under Article 1 of the Charter the council',
		);
		expect(key.baseline?.score).toBeGreaterThan(0);
	});

	it('brings along the documents that a prompt quotes', () => {
		const edition = course.lessons.get('choosing')?.edition;
		expect(Object.keys(edition?.documents ?? {})).toEqual(['wells']);
		expect(edition?.exercises[1]?.quotes).toEqual([{ text: 'The council met on Tuesday', document: 'wells' }]);
	});
});

describe('the id of an edition', () => {
	const idOf = (changed: Record<string, string> = {}) => readChanged(changed).lessons.get('wells')?.edition.id;
	const id = idOf();

	it('is a SHA-256 and stays the same when reasons and prose are mended', () => {
		expect(id).toMatch(/^[0-9a-f]{64}$/);
		expect(idOf(changedFile('documents/wells.key.server.yaml', 'It tells us how to feel.', 'Better said.'))).toBe(id);
		expect(idOf(changedFile('course/wells/lesson.svx', 'Some prose', 'Other prose'))).toBe(id);
		expect(idOf(changedFile('course/wells/answers.server.yaml', 'A treaty binds.', 'It does bind.'))).toBe(id);
	});

	it.each([
		['the key', changedFile('documents/wells.key.server.yaml', 'tier: core', 'tier: acceptable')],
		['the points', changedFile('course/wells/exercises.yaml', 'points: 10', 'points: 12')],
		['the text', changedFile('documents/wells.txt', 'failed', 'passed')],
		['what is asked', changedFile('course/wells/exercises.yaml', '[loaded, claim, authority]', '[loaded, authority]')],
	])('changes with %s', (_, changed) => {
		expect(idOf(changed)).toMatch(/^[0-9a-f]{64}$/);
		expect(idOf(changed)).not.toBe(id);
	});
});

describe('a withdrawn document', () => {
	const course = readChanged({ 'documents/wells.yaml': `${soundFiles['documents/wells.yaml']}withdrawn: true\n` });

	it('takes out its exercises, and those that quote it', () => {
		expect(course.lessons.get('wells')?.edition.exercises).toEqual([]);
		expect(course.lessons.get('wells')?.withdrawnExercises).toEqual(['mark-wells', 'check-charter']);
		expect(course.lessons.get('choosing')?.edition.exercises.map(({ id }) => id)).toEqual([
			'choose-one',
			'order-three',
		]);
		expect(course.lessons.get('choosing')?.withdrawnExercises).toEqual(['write-one', 'write-long']);
		expect(course.documents.get('wells')?.withdrawn).toBe(true);
	});

	it('is in no edition any more', () => {
		expect(JSON.stringify([...course.lessons.values()])).not.toContain('reckless');
	});
});
