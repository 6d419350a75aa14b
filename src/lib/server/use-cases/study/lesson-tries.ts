import { readMarks, type GivenMarks } from '../../../domain/measures/class-marks.ts';
import type { LessonTries } from '../../../domain/study/know.ts';
import type { App } from '../../app.ts';
import { findAnswersOfPerson } from '../../repositories/answers.ts';
import { findAttemptsOf } from '../../repositories/attempts.ts';
import { markedText } from '../insight/marked-text.ts';
import { storedAnswer } from '../work/parse-answer.ts';
import { isFinished } from '../work/is-finished.ts';
import { practiceClosed } from '../work/practice-closed.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';

export type LessonWorked = { slug: string; title: string; finished: boolean; openedAt: number };

/**
 * First tries of the texts that somebody marked in practice of lessons, passage by passage, and which lessons they
 * worked on. Assigned work is not looked at, and neither is a lesson while it is closed to practice.
 */
export async function lessonTries(app: App, personId: string): Promise<LessonTries & { worked: LessonWorked[] }> {
	const practice = (await findAttemptsOf(app.store.read, personId)).filter(({ assignmentId }) => assignmentId === null);
	const answers = Map.groupBy(await findAnswersOfPerson(app.store.read, personId), ({ attemptId }) => attemptId);
	const passages: LessonTries['passages'][number][] = [];
	const lures: LessonTries['lures'][number][] = [];
	const worked = new Map<string, LessonWorked>();
	const read = new Set<string>();
	for (const { id, lesson, editionId, openedAt } of practice) {
		const own = answers.get(id) ?? [];
		const edition = await app.editions.byId(editionId);
		const before = worked.get(lesson);
		const finished = (before?.finished ?? false) || isFinished(edition, own);
		worked.set(lesson, { slug: lesson, title: lessonTitle(app, lesson), finished, openedAt });
		if (await practiceClosed(app, lesson)) continue;

		for (const exercise of edition.exercises.filter(({ kind, points }) => kind === 'mark-spans' && points > 0)) {
			const first = own.find(({ exerciseId, tryNumber }) => exerciseId === exercise.id && tryNumber === 1);
			if (!first || first.checkedAt === null || read.has(`${editionId} ${exercise.id}`)) continue;
			read.add(`${editionId} ${exercise.id}`);
			const text = markedText(exercise);
			const { outcomes, luresMarked } = readMarks(text, storedAnswer(app, exercise, first) as GivenMarks);
			text.spans.forEach(({ tier, technique: [technique] }, place) => {
				if (tier === 'core' && technique) passages.push({ technique, found: outcomes[place] === 'found' });
			});
			lures.push(...luresMarked.map((marked) => ({ marked })));
		}
	}
	return { passages, lures, worked: [...worked.values()] };
}
