import { describe, expect, it } from 'vitest';
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';
import type { MarkSpansKey } from '../../src/lib/exercises/mark-spans/key.server.ts';
import { kind as markSpans, type MarkSpansTask } from '../../src/lib/exercises/mark-spans/kind.ts';
import { scorer } from '../../src/lib/exercises/mark-spans/scorer.server.ts';
import { findingInWords } from '../../src/lib/server/lessons/findings.ts';
import { readCourse } from '../../src/lib/server/lessons/lesson-catalog.ts';

const { kinds, scorers } = await loadKinds();
const course = readCourse('lessons', kinds, scorers);
const editions = [...course.lessons.values()].map(({ edition }) => edition);

describe('the lessons of this course', () => {
	it('have no errors', () => {
		expect(course.findings.filter(({ level }) => level === 'error').map(findingInWords)).toEqual([]);
		expect(course.refused).toEqual([]);
		expect(editions.length).toBeGreaterThan(0);
	});

	const marked = editions.flatMap(({ exercises, documents, lesson }) =>
		exercises.filter(({ kind }) => kind === 'mark-spans').map((exercise) => ({ ...exercise, documents, lesson })),
	);

	it.each(marked)(
		'$lesson, $id: whoever marks exactly the key gets everything',
		({ task: given, key: built, points, documents }) => {
			const task = given as MarkSpansTask;
			const key = built as MarkSpansKey;
			const core = key.spans.filter(({ tier }) => tier === 'core');
			const marks = core.map(({ start, end, quote, category, technique: [technique] }) => {
				return { start, end, quote, category, ...(task.ask && technique ? { technique } : {}) };
			});
			const answer = { marks, nothingToMark: marks.length === 0 };
			expect(markSpans.faults(task, answer, documents)).toEqual([]);
			expect(markSpans.missing(task, answer)).toEqual([]);
			expect(scorer.score({ task, key, answer, points, documents }).earned).toBe(points * 100);
		},
	);
});
