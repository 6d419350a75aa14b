import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { person } from './people.ts';
import { edition } from './editions.ts';
import { classroom } from './classrooms.ts';
import { attempt } from './work.ts';

/** A teacher's decision on a challenged part of a key. With those before it, in order, it is the key of this classroom. */
export const ruling = sqliteTable(
	'ruling',
	{
		id: text('id').primaryKey(),
		classroomId: text('classroom_id')
			.notNull()
			.references(() => classroom.id, { onDelete: 'cascade' }),
		editionId: text('edition_id')
			.notNull()
			.references(() => edition.id),
		/** Its place among the rulings of this classroom on this edition, from 1. */
		number: integer('number').notNull(),
		/** Where it was challenged; a span is ruled on wherever the edition asks for it. */
		exerciseId: text('exercise_id').notNull(),
		target: text('target').notNull(),
		decision: text('decision', { enum: ['accept', 'widen', 'contested', 'keep', 'take back'] }).notNull(),
		/** Only where it takes back: the number of the ruling that holds no longer. */
		takesBack: integer('takes_back'),
		/** Only where it widens: the new envelope. */
		envelopeStart: integer('envelope_start'),
		envelopeEnd: integer('envelope_end'),
		answer: text('answer').notNull(),
		counts: text('counts', { enum: ['better', 'newest'] }).notNull(),
		/** Why the newest score counts, for the students to read. */
		countsReason: text('counts_reason'),
		ruledBy: text('ruled_by').references(() => person.id, { onDelete: 'set null' }),
		createdAt: integer('created_at').notNull(),
		/** When the last affected attempt was scored again; null while that is under way. */
		regradedAt: integer('regraded_at'),
	},
	(table) => [
		index('ruling_ruled_by').on(table.ruledBy),
		uniqueIndex('ruling_number').on(table.classroomId, table.editionId, table.number),
		index('ruling_unfinished')
			.on(table.createdAt)
			.where(sql`${table.regradedAt} is null`),
	],
);

/** A student's argued objection to one span, one mark that the key does not have, or one option. Open until it is ruled on. */
export const challenge = sqliteTable(
	'challenge',
	{
		id: text('id').primaryKey(),
		classroomId: text('classroom_id')
			.notNull()
			.references(() => classroom.id, { onDelete: 'cascade' }),
		attemptId: text('attempt_id')
			.notNull()
			.references(() => attempt.id, { onDelete: 'cascade' }),
		exerciseId: text('exercise_id').notNull(),
		target: text('target').notNull(),
		/** The target in one word, so that nobody has two open challenges to one thing. */
		targetKey: text('target_key').notNull(),
		reason: text('reason').notNull(),
		createdAt: integer('created_at').notNull(),
		rulingId: text('ruling_id').references(() => ruling.id, { onDelete: 'cascade' }),
	},
	(table) => [
		uniqueIndex('challenge_open')
			.on(table.attemptId, table.targetKey)
			.where(sql`${table.rulingId} is null`),
		index('challenge_attempt').on(table.attemptId),
		index('challenge_classroom').on(table.classroomId, table.rulingId),
		index('challenge_ruling').on(table.rulingId),
	],
);

/** A teacher's words on a mark that the key does not have, for everybody in the classroom who made or makes an equal one. */
export const explanation = sqliteTable(
	'explanation',
	{
		id: text('id').primaryKey(),
		classroomId: text('classroom_id')
			.notNull()
			.references(() => classroom.id, { onDelete: 'cascade' }),
		document: text('document').notNull(),
		category: text('category', { enum: ['loaded', 'claim', 'authority'] }).notNull(),
		/** UTF-16 units of the document; the quote is its checksum. */
		start: integer('start').notNull(),
		end: integer('end').notNull(),
		quote: text('quote').notNull(),
		words: text('words').notNull(),
		writtenBy: text('written_by').references(() => person.id, { onDelete: 'set null' }),
		createdAt: integer('created_at').notNull(),
		changedAt: integer('changed_at'),
	},
	(table) => [
		index('explanation_written_by').on(table.writtenBy),
		index('explanation_document').on(table.classroomId, table.document),
	],
);
