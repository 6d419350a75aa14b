import type { App } from '../../app.ts';
import { findStudySetting } from '../../repositories/study.ts';
import { readStudy } from './read-study.ts';

/**
 * A reader's own studying as plain data, for their own download. The words of a sentence stand for it: no name in a file
 * of ours, no pair and no side; and the mirror is not in it, because it is not stored.
 */
export async function downloadStudy(app: App, personId: string) {
	const { sessions, cards } = await readStudy(app.store.read, personId);
	const setting = await findStudySetting(app.store.read, personId);
	return {
		mirror: setting?.mirrorOff ? 'off' : 'on',
		sessions: sessions.map(({ kind, openedAt, finishedAt, answers }) => ({
			kind,
			openedAt: time(openedAt),
			finishedAt: time(finishedAt),
			answers: answers.map(({ sentence, version, said, credit, isFirst, answeredAt }) => {
				const known = app.course.practice.get(sentence);
				return {
					sentence: known?.version === version ? known.text : null,
					answer: said,
					credit: credit / 100,
					firstTime: isFirst,
					at: time(answeredAt),
				};
			}),
		})),
		techniques: [...cards].map(([technique, { dueAt, reviewedAt, reps }]) => ({
			technique,
			reviews: reps,
			reviewedAt: time(reviewedAt),
			dueAt: time(dueAt),
		})),
	};
}

const time = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds).toISOString());
