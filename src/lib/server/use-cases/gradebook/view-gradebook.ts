import type { Actor } from '../../../domain/access/actor.ts';
import type { Standing } from '../../../domain/grading/gradebook.ts';
import type { LateLoss } from '../../../domain/grading/late-rule.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { gatherResults, type WorkResult } from './gather-results.ts';

export type GradebookCell = { standing: Standing; earned: number; late: boolean; lateLoss: LateLoss | null };
export type GradebookRow = {
	personId: string;
	name: string;
	/** From 0 to 1; null as long as nothing counts. */
	total: number | null;
	cells: GradebookCell[];
};

/** Students by assignments, with what each comes to. */
export async function viewGradebook(app: App, actor: Actor, classroomId: string) {
	authorize('read a classroom as staff', actor, await relationTo(app, actor, classroomId));
	const { classroom, works, categories, students } = await gatherResults(app, classroomId, 'teacher');
	const nameOf = new Map(categories.map(({ id, name }) => [id, name]));
	const cellOf = cellsOnce();
	return {
		classroom,
		works: works.map(({ assignmentId, title, dueAt, possible, categoryId, weight }) => ({
			assignmentId,
			title,
			dueAt,
			possible,
			category: categoryId === null ? null : (nameOf.get(categoryId) ?? null),
			counts: weight > 0,
		})),
		rows: students.map(({ personId, name, total, results }): GradebookRow => ({
			personId,
			name,
			total: total.share,
			cells: results.map(cellOf),
		})),
	};
}

/** Equal cells are one object: of twelve thousand a page then sends a few hundred, each once. */
function cellsOnce() {
	const known = new Map<string, GradebookCell>();
	return ({ standing, earned, late, lateLoss }: WorkResult): GradebookCell => {
		const key = `${standing} ${earned} ${late} ${lateLoss?.days} ${lateLoss?.before}`;
		const cell = known.get(key) ?? { standing, earned, late, lateLoss };
		known.set(key, cell);
		return cell;
	};
}
