import type { Actor } from '../../../domain/access/actor.ts';
import { csv } from '../../../domain/grading/csv.ts';
import { pointsInWords } from '../../../domain/grading/points.ts';
import { resultInWords } from '../../../domain/grading/result.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { gatherResults, type GradedWork, type WorkResult } from './gather-results.ts';

/** The whole gradebook as CSV, with a file name: points or how the work stands, categories and total in per cent. */
export async function gradebookCsv(
	app: App,
	actor: Actor,
	classroomId: string,
): Promise<{ name: string; text: string }> {
	authorize('read a classroom as staff', actor, await relationTo(app, actor, classroomId));
	const { works, categories, students } = await gatherResults(app, classroomId, 'teacher');
	const groups = categories.length > 1 ? categories : [];
	const hasLoss = students.some(({ results }) => results.some(({ lateLoss }) => lateLoss !== null));
	const header = [
		'Name',
		'User name',
		'Total (%)',
		...groups.map(({ name }) => `${name} (%)`),
		...works.map(({ title, possible }) => `${title} (of ${possible / 100})`),
		'Late',
		...(hasLoss ? ['What lateness took off'] : []),
	];
	const rows = students.map(({ name, userName, total, results }) => [
		name,
		userName,
		perCent(total.share),
		...groups.map(({ id }) => perCent(total.groups.find((group) => group.id === id)?.share ?? null)),
		...results.map(inOneCell),
		String(results.filter(({ late }) => late).length),
		...(hasLoss ? [works.flatMap((work, index) => lossInWords(work, results[index])).join('. ')] : []),
	]);
	const day = new Date(app.now()).toISOString().slice(0, 10);
	return { name: `gradebook-${day}.csv`, text: csv([header, ...rows]) };
}

const perCent = (share: number | null) => (share === null ? '' : (share * 100).toFixed(2));

/** "Loaded words: 17.00 of 20; 2 days late, 10% a day: 13.60". */
function lossInWords({ title, possible }: GradedWork, result: WorkResult | undefined): string[] {
	if (!result?.lateLoss) return [];
	return [`${title}: ${resultInWords({ ...result, possible, waiting: 0 })}`];
}

function inOneCell({ standing, earned }: WorkResult): string {
	if (standing === 'counts') return pointsInWords(earned);
	return standing === 'not due yet' || standing === 'not given' ? '' : standing;
}
