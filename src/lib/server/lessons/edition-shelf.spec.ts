import { expect, test } from 'vitest';
import { assignmentIn, classroomOf, LESSON, testApp } from '../../../../tests/support/test-app.ts';
import { viewAssignment } from '../use-cases/assignments/view-assignment.ts';
import { handIn, type Incomplete } from '../use-cases/work/hand-in.ts';
import { openAssignedWork } from '../use-cases/work/open-assigned-work.ts';
import { createEditionShelf } from './edition-shelf.ts';
import { documentsUsedBy } from './read-exercises.ts';

const DOCUMENT = 'ukpnp-targeted-killings';

test('what is on a withdrawn document is asked of nobody and counts for nobody, in old work neither', async () => {
	const app = testApp();
	const { teacher, student, classroomId } = await classroomOf(app);
	const assignmentId = await assignmentIn(app, teacher, classroomId);
	const { attemptId } = await openAssignedWork(app, student, assignmentId);
	const asked = app.editions.current(LESSON).exercises.filter(({ points }) => points > 0);

	// The owner of the text asks for it, and the server is started again.
	const known = app.course.documents.get(DOCUMENT);
	if (!known) throw new Error('The lesson needs its document.');
	const documents = new Map(app.course.documents).set(DOCUMENT, { ...known, withdrawn: true });
	const course = { ...app.course, documents, lessons: new Map() };
	const later = { ...app, course, editions: createEditionShelf(app.store, course, app.kinds) };

	const left = asked.filter((exercise) => !documentsUsedBy(exercise, app.kinds.get(exercise.kind)).includes(DOCUMENT));
	expect(left.length).toBeGreaterThan(0);
	expect(left.length).toBeLessThan(asked.length);
	const refusal = await handIn(later, student, attemptId ?? '', false).catch((problem: unknown) => problem);
	expect((refusal as Incomplete).missing.map(({ exerciseId }) => exerciseId)).toEqual(left.map(({ id }) => id));

	await handIn(later, student, attemptId ?? '', true);
	const possible = 100 * left.reduce((sum, { points }) => sum + points, 0);
	expect((await openAssignedWork(later, student, assignmentId)).result?.possible).toBe(possible);
	const { students } = await viewAssignment(later, teacher, assignmentId);
	expect(students[0]?.result?.possible).toBe(possible);
});
