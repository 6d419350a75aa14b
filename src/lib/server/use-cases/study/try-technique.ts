import * as v from 'valibot';
import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import type { Technique } from '../../../domain/marking/categories.ts';
import { markAnswer, missingIn, studyAnswerSchema } from '../../../domain/study/answer.ts';
import { feedbackOn, type StudyFeedback } from '../../../domain/study/feedback.ts';
import type { PoolSentence } from '../../../domain/study/pool.ts';
import { everyTechnique } from '../../../domain/study/readings.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { openPool } from './open-pool.ts';
import { nameForPage } from './sentence-name.ts';
import { showSource, type ShownSource } from './view-session.ts';

export type TrySentence = { sentence: string; text: string; source: ShownSource | null };

/**
 * The three sentences of a glossary page. Trying them is not scheduled and nothing of it is kept; they come in no
 * session, so they spoil no first try. Fewer than three where a document is closed or withdrawn.
 */
export async function viewTry(app: App, actor: Actor, technique: string): Promise<TrySentence[]> {
	authorize('start practice', actor);
	const sentences = (await openPool(app)).tries.get(techniqueOf(technique)) ?? [];
	return sentences.map((each) => ({ sentence: nameOf(each), text: each.text, source: showSource(app, each) }));
}

/** The reason for one of them, at once. @param answer a quick call, without its technique */
export async function answerTry(
	app: App,
	actor: Actor,
	given: { technique: string; sentence: string; answer: unknown },
): Promise<StudyFeedback> {
	authorize('start practice', actor);
	const sentences = (await openPool(app)).tries.get(techniqueOf(given.technique)) ?? [];
	const sentence = sentences.find((each) => nameOf(each) === given.sentence);
	if (!sentence) throw new NotFound();
	const parsed = v.safeParse(studyAnswerSchema, given.answer);
	if (!parsed.success) throw new Invalid(parsed.issues[0].message);
	const missing = missingIn(parsed.output, { play: 'quick-call', asksTechnique: false });
	if (missing !== null) throw new Invalid(missing);
	return feedbackOn(sentence, parsed.output, markAnswer(sentence, parsed.output, false));
}

const nameOf = ({ id, version }: PoolSentence) => nameForPage({ sentence: id, version });

function techniqueOf(given: string): Technique {
	const technique = everyTechnique.find((each) => each === given);
	if (!technique) throw new NotFound();
	return technique;
}
