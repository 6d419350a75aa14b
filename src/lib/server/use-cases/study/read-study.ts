/** What is stored of somebody's studying, read once and parsed once. */
import * as v from 'valibot';
import type { Technique } from '../../../domain/marking/categories.ts';
import { studyAnswerSchema, type StudyAnswer } from '../../../domain/study/answer.ts';
import { placeReader, type Levels, type Placed } from '../../../domain/study/placement.ts';
import { planSchema, type StudyPlan } from '../../../domain/study/plan.ts';
import type { StudyState } from '../../../domain/study/plan-session.ts';
import { everyTechnique, SOUND, type Confidence } from '../../../domain/study/readings.ts';
import { cardsAfter, reviewsOf, type FinishedSession, type ReviewedAnswer } from '../../../domain/study/reviews.ts';
import { readCard, SCHEDULER, type StudyCard } from '../../../domain/study/schedule.ts';
import type { Connection } from '../../database/store.ts';
import {
	findStudyAnswers,
	findStudySessions,
	findTechniqueCards,
	type StudyAnswerRow,
	type StudySessionRow,
	type TechniqueCardRow,
} from '../../repositories/study.ts';
import { flags } from '../../../domain/study/answer.ts';

/** How `content` of an answer is stored: what was said, and what the key of its version made of it. */
const contentSchema = v.strictObject({ said: studyAnswerSchema, isCategoryRight: v.boolean(), isRight: v.boolean() });
export type StoredContent = v.InferOutput<typeof contentSchema>;

const techniqueSchema = v.picklist([...everyTechnique, SOUND]);

export type ReadAnswer = ReviewedAnswer & {
	id: string;
	sessionId: string;
	sentence: string;
	version: string;
	said: StudyAnswer;
	credit: number;
	isCategoryRight: boolean;
	isFirst: boolean;
	confidence: Confidence | null;
	answeredAt: number;
};

export type ReadSession = {
	id: string;
	kind: 'placement' | 'session';
	plan: StudyPlan;
	openedAt: number;
	finishedAt: number | null;
	/** Oldest first. */
	answers: ReadAnswer[];
};

export type Study = { sessions: ReadSession[]; answers: ReadAnswer[]; cards: Map<Technique, StudyCard> };

/** @param personId null for nobody: then there is nothing */
export async function readStudy(connection: Connection, personId: string | null): Promise<Study> {
	if (personId === null) return { sessions: [], answers: [], cards: new Map() };
	const answers = (await findStudyAnswers(connection, personId)).map(readAnswer);
	const bySession = Map.groupBy(answers, ({ sessionId }) => sessionId);
	const rows = await findStudySessions(connection, personId);
	const sessions = rows.map((row) => readSession(row, bySession.get(row.id) ?? []));
	return { sessions, answers, cards: cardsOf(await findTechniqueCards(connection, personId), sessions) };
}

export function readAnswer(row: StudyAnswerRow): ReadAnswer {
	const { said, isCategoryRight, isRight } = v.parse(contentSchema, JSON.parse(row.content));
	const { id, sessionId, place, sentence, version, credit, confidence, isFirst, answeredAt } = row;
	const technique = v.parse(techniqueSchema, row.technique);
	const flagged = flags(said);
	return {
		...{ id, sessionId, place, sentence, version, technique, credit, confidence, isFirst, answeredAt },
		...{ said, flagged, isCategoryRight, isRight },
	};
}

export function readSession(row: StudySessionRow, answers: ReadAnswer[]): ReadSession {
	const { id, kind, openedAt, finishedAt } = row;
	return { id, kind, plan: v.parse(planSchema, JSON.parse(row.plan)), openedAt, finishedAt, answers };
}

/** Cards that another scheduler, or other parameters, made are made anew from the history. */
function cardsOf(rows: readonly TechniqueCardRow[], sessions: readonly ReadSession[]): Map<Technique, StudyCard> {
	if (rows.some(({ scheduler }) => scheduler !== SCHEDULER)) return cardsAfter(finished(sessions));
	return new Map(
		everyTechnique.flatMap((technique) => {
			const row = rows.find((each) => each.technique === technique);
			return row ? [[technique, readCard(row.card)] as const] : [];
		}),
	);
}

/** Sessions that count as reviews. A placement only places. */
export const finished = (sessions: readonly ReadSession[]): FinishedSession[] =>
	sessions.flatMap(({ kind, plan, finishedAt, answers }) =>
		kind === 'session' && finishedAt !== null ? [{ plan, finishedAt, answers }] : [],
	);

/** When it ended, or would have ended had the reader said so: with the last answer. */
export const lastAnswerAt = ({ answers, openedAt }: ReadSession): number => answers.at(-1)?.answeredAt ?? openedAt;

/**
 * The study as it is when a new session begins: sessions that were left open end with their last answer, so that what
 * was answered in them counts.
 */
export function settled(study: Study): Study {
	const open = study.sessions.filter(({ finishedAt }) => finishedAt === null);
	const ended = open.map((session) => ({ ...session, finishedAt: lastAnswerAt(session) }));
	return {
		...study,
		sessions: study.sessions.map((session) => ended.find(({ id }) => id === session.id) ?? session),
		cards: cardsAfter(finished(ended), study.cards),
	};
}

/** What a new session is planned from. */
export function stateOf({ sessions, answers, cards }: Study): StudyState {
	return {
		cards,
		met: new Map(answers.map(({ sentence, answeredAt }) => [sentence, answeredAt])),
		levels: levelsOf(sessions),
		sessionsSinceNew: sessionsSinceNew(sessions),
	};
}

/** The newest finished placement with an answer, and what came of it. */
export function placedIn(sessions: readonly ReadSession[]): Placed | null {
	const placement = sessions.findLast(({ kind, finishedAt }) => kind === 'placement' && finishedAt !== null);
	return placement ? placeReader(placement.plan, placement.answers) : null;
}

function levelsOf(sessions: readonly ReadSession[]): Levels | null {
	const placed = placedIn(sessions);
	return placed && { loaded: placed.loaded.level, claim: placed.claim.level, authority: placed.authority.level };
}

function sessionsSinceNew(sessions: readonly ReadSession[]): number {
	const met = new Set<Technique>();
	let since = 0;
	for (const { plan, answers } of finished(sessions)) {
		const reviewed = [...reviewsOf(plan, answers).keys()];
		since = reviewed.some((technique) => !met.has(technique)) ? 0 : since + 1;
		for (const technique of reviewed) met.add(technique);
	}
	return since;
}
