/** The course of these tests, read after some of its files were changed; null takes a file away. */
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';
import { readCourse } from '../../src/lib/server/lessons/lesson-catalog.ts';
import { writeCourse } from './fixture-course.ts';

const { kinds, scorers } = await loadKinds();

export function readChanged(changed: Record<string, string | null> = {}) {
	const { root, remove } = writeCourse(changed);
	try {
		return readCourse(root, kinds, scorers);
	} finally {
		remove();
	}
}
