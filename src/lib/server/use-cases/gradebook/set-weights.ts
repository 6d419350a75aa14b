import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import { parsePoints } from '../../../domain/grading/points.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { updateAssignment } from '../../repositories/assignments.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import {
	deleteCategory,
	findCategories,
	findGradedAssignments,
	insertCategory,
	updateCategory,
	updateOtherWork,
} from '../../repositories/gradebook.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';

const MAX_NAME = 60;
const MAX_CATEGORIES = 20;
const MAX_DROPS = 50;

/** What the teacher decides about the arithmetic: categories, what they weigh, what is dropped, and each work's place. */
export async function viewWeights(app: App, actor: Actor, classroomId: string) {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const classroom = await findClassroom(app.store.read, classroomId);
	if (!classroom) throw new NotFound();
	const assignments = await findGradedAssignments(app.store.read, classroomId);
	const categories = await findCategories(app.store.read, classroomId);
	return {
		classroom: { id: classroomId, name: classroom.name },
		categories: categories.map(({ id, name, weight, dropLowest }) => ({ id, name, weight, dropLowest })),
		other: { weight: classroom.otherWeight, dropLowest: classroom.otherDropLowest },
		works: assignments.map(({ id, lesson, dueAt, weight, categoryId }) => ({
			id,
			title: lessonTitle(app, lesson),
			dueAt,
			weight,
			categoryId,
		})),
	};
}

/**
 * The form as it was typed, by field: `name-`, `weight-`, `drop-` and `remove-` with a category's id, `new` or (weight
 * and drop) `other`; `work-weight-` and `work-category-` with an assignment's. What the form does not name stays as it is.
 */
export type TypedWeights = Readonly<Record<string, string>>;

/** All of it or nothing. */
export async function setWeights(app: App, actor: Actor, classroomId: string, typed: TypedWeights): Promise<void> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const now = app.now();
	await app.store.write(async (transaction) => {
		const categories = await findCategories(transaction, classroomId);
		const stay = categories.filter(({ id }) => typed[`remove-${id}`] !== 'on');
		for (const { id } of categories) {
			if (typed[`remove-${id}`] === 'on') await deleteCategory(transaction, id);
			else if (`name-${id}` in typed) await updateCategory(transaction, id, readCategory(typed, id));
		}
		await updateOtherWork(transaction, classroomId, {
			otherWeight: readWeight(typed, 'weight-other'),
			otherDropLowest: readDrop(typed, 'drop-other'),
		});
		if ((typed['name-new'] ?? '').trim() !== '') {
			if (stay.length >= MAX_CATEGORIES) {
				throw new Invalid(`A classroom has at most ${MAX_CATEGORIES} categories.`, 'name-new');
			}
			await insertCategory(transaction, {
				id: app.newId(),
				classroomId,
				...readCategory(typed, 'new'),
				createdAt: now,
			});
		}
		for (const { id } of await findGradedAssignments(transaction, classroomId)) {
			if (!(`work-weight-${id}` in typed)) continue;
			const categoryId = stay.find((category) => category.id === typed[`work-category-${id}`])?.id ?? null;
			await updateAssignment(transaction, id, { weight: readWeight(typed, `work-weight-${id}`), categoryId });
		}
	});
}

function readCategory(typed: TypedWeights, id: string) {
	const field = `name-${id}`;
	const name = (typed[field] ?? '').trim();
	if (name === '') throw new Invalid('A category needs a name.', field);
	if (name.length > MAX_NAME) throw new Invalid(`A category’s name has at most ${MAX_NAME} characters.`, field);
	return { name, weight: readWeight(typed, `weight-${id}`), dropLowest: readDrop(typed, `drop-${id}`) };
}

/** An empty field is the plain weight of 1. */
function readWeight(typed: TypedWeights, field: string): number {
	const text = (typed[field] ?? '').trim();
	const weight = text === '' ? 100 : parsePoints(text);
	if (weight === null) throw new Invalid('A weight is a number such as 1, 2 or 0.5.', field);
	return weight;
}

function readDrop(typed: TypedWeights, field: string): number {
	const text = (typed[field] ?? '').trim();
	const count = text === '' ? 0 : Number(text);
	if (!Number.isInteger(count) || count < 0 || count > MAX_DROPS) {
		throw new Invalid(`How many lowest results are dropped is a whole number up to ${MAX_DROPS}.`, field);
	}
	return count;
}
