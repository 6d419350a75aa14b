import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import type { StudyFeedback } from '../../../domain/study/feedback.ts';
import { categoryOf, everyTechnique, SOUND } from '../../../domain/study/readings.ts';
import type { App } from '../../app.ts';
import { answerTry } from '../study/try-technique.ts';

/** What a reader says of one sentence: it has this technique, or there is nothing to mark. */
const says = ['has-it', 'sound'] as const;
type Said = (typeof says)[number];
const MOST_TRIES = 3;

/**
 * The reasons of those of the three sentences that were answered. Nothing is stored, so a form sends the answers that
 * it had before along with the new one.
 * @param said by the sentence's id
 */
export async function answerTries(
	app: App,
	actor: Actor,
	technique: string,
	said: Record<string, string>,
): Promise<Record<string, StudyFeedback>> {
	const id = everyTechnique.find((each) => each === technique);
	if (id === undefined) throw new NotFound();
	const answers = Object.entries(said);
	if (answers.length === 0 || answers.length > MOST_TRIES || !answers.every(([, each]) => isSaid(each)))
		throw new Invalid('Choose one of the two for a sentence.');
	const explained = answers.map(async ([sentence, each]): Promise<[string, StudyFeedback]> => {
		const category = each === 'sound' ? SOUND : categoryOf(id);
		const answer = { play: 'quick-call', category };
		return [sentence, await answerTry(app, actor, { technique, sentence, answer })];
	});
	return Object.fromEntries(await Promise.all(explained));
}

const isSaid = (given: string): given is Said => says.some((each) => each === given);
