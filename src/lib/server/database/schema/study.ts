/** Studying alone: sentences of the practice pool, and when which technique comes back. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { person } from './people.ts';

/** A placement or a session: which sentences, in which order, were laid out for one person. */
export const studySession = sqliteTable(
	'study_session',
	{
		id: text('id').primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: ['placement', 'session'] }).notNull(),
		/** The items in their order, as JSON. */
		plan: text('plan').notNull(),
		openedAt: integer('opened_at').notNull(),
		finishedAt: integer('finished_at'),
	},
	(table) => [index('study_session_person').on(table.personId, table.openedAt)],
);

/** One answer to one sentence. Never changed; no side of a pair is ever stored. */
export const studyAnswer = sqliteTable(
	'study_answer',
	{
		id: text('id').primaryKey(),
		sessionId: text('session_id')
			.notNull()
			.references(() => studySession.id, { onDelete: 'cascade' }),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** In the plan, from 0. */
		place: integer('place').notNull(),
		sentence: text('sentence').notNull(),
		/** A hash of the sentence and its key: another version is another sentence. */
		version: text('version').notNull(),
		/** What the key says: a technique, or sound. */
		technique: text('technique').notNull(),
		/** What the reader said, as JSON. */
		content: text('content').notNull(),
		/** Hundredths of full credit. */
		credit: integer('credit').notNull(),
		confidence: text('confidence', { enum: ['guess', 'fairly', 'sure'] }),
		/** The first time that this person met this sentence; only these are counted as measures. */
		isFirst: integer('is_first', { mode: 'boolean' }).notNull(),
		answeredAt: integer('answered_at').notNull(),
	},
	(table) => [
		uniqueIndex('study_answer_place').on(table.sessionId, table.place),
		index('study_answer_person').on(table.personId, table.answeredAt),
	],
);

/** When a technique comes back for one person. */
export const techniqueCard = sqliteTable(
	'technique_card',
	{
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		technique: text('technique').notNull(),
		/** The scheduler's card, as JSON. */
		card: text('card').notNull(),
		/** Name, version and parameters of the scheduler that made it. */
		scheduler: text('scheduler').notNull(),
		dueAt: integer('due_at').notNull(),
		updatedAt: integer('updated_at').notNull(),
	},
	(table) => [primaryKey({ columns: [table.personId, table.technique] })],
);

/** What a reader chose for studying alone. */
export const studySetting = sqliteTable('study_setting', {
	personId: text('person_id')
		.primaryKey()
		.references(() => person.id, { onDelete: 'cascade' }),
	/** The private mirror is off. */
	mirrorOff: integer('mirror_off', { mode: 'boolean' }).notNull().default(false),
	/** Answers before it are not looked at by the mirror: it was deleted then. */
	mirrorSince: integer('mirror_since').notNull().default(0),
});
