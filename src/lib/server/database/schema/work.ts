import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { person } from './people.ts';
import { edition } from './editions.ts';
import { assignment } from './assignments.ts';

/** One person's work on one edition, for one assignment (once or several times) or for none (practice). */
export const attempt = sqliteTable(
	'attempt',
	{
		id: text('id').primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		lesson: text('lesson').notNull(),
		editionId: text('edition_id')
			.notNull()
			.references(() => edition.id),
		assignmentId: text('assignment_id').references(() => assignment.id, { onDelete: 'cascade' }),
		/** First, second ... on its assignment, from 1. */
		number: integer('number').notNull().default(1),
		/** Of the attempts of one person on one assignment, the one whose result counts. */
		counts: integer('counts', { mode: 'boolean' }).notNull().default(true),
		openedAt: integer('opened_at').notNull(),
		handedInAt: integer('handed_in_at'),
		late: integer('late', { mode: 'boolean' }).notNull().default(false),
		returnedAt: integer('returned_at'),
		/** The teacher's words on the whole work. */
		comment: text('comment'),
		/** Such words that are not yet for the student. */
		draftComment: text('draft_comment'),
		/** So many exercises that were handed in wait for a teacher's points. Counted anew with each hand-in and grade. */
		toGrade: integer('to_grade').notNull().default(0),
	},
	(table) => [
		uniqueIndex('attempt_assignment_person_number')
			.on(table.assignmentId, table.personId, table.number)
			.where(sql`${table.assignmentId} is not null`),
		uniqueIndex('attempt_that_counts')
			.on(table.assignmentId, table.personId)
			.where(sql`${table.assignmentId} is not null and ${table.counts} = 1`),
		/** The queue of what waits for a teacher is read from these two, however much was graded before. */
		index('attempt_to_grade')
			.on(table.assignmentId, table.handedInAt)
			.where(sql`${table.toGrade} > 0`),
		index('attempt_to_return')
			.on(table.assignmentId, table.handedInAt)
			.where(sql`${table.handedInAt} is not null and ${table.returnedAt} is null`),
		index('attempt_person_lesson').on(table.personId, table.lesson, table.openedAt),
	],
);

/** The current answer to one exercise; in practice each try is a row of its own. */
export const answer = sqliteTable(
	'answer',
	{
		attemptId: text('attempt_id')
			.notNull()
			.references(() => attempt.id, { onDelete: 'cascade' }),
		exerciseId: text('exercise_id').notNull(),
		tryNumber: integer('try_number').notNull(),
		/** Grows by one with each save; a save names the revision it started from. */
		revision: integer('revision').notNull(),
		content: text('content').notNull(),
		savedAt: integer('saved_at').notNull(),
		/** When it was checked (practice) or handed in; from then on it cannot change. */
		checkedAt: integer('checked_at'),
	},
	(table) => [primaryKey({ columns: [table.attemptId, table.exerciseId, table.tryNumber] })],
);

/** What the machine computed. Appended, never changed: a regrade is a new row. */
export const score = sqliteTable(
	'score',
	{
		id: text('id').primaryKey(),
		attemptId: text('attempt_id')
			.notNull()
			.references(() => attempt.id, { onDelete: 'cascade' }),
		exerciseId: text('exercise_id').notNull(),
		tryNumber: integer('try_number').notNull(),
		keyVersion: text('key_version').notNull(),
		earned: integer('earned').notNull(),
		possible: integer('possible').notNull(),
		needsTeacher: integer('needs_teacher', { mode: 'boolean' }).notNull(),
		detail: text('detail').notNull(),
		/** Against the score of the key version before: the better of the two counts, or this one whatever it is. */
		counts: text('counts', { enum: ['better', 'newest'] })
			.notNull()
			.default('better'),
		createdAt: integer('created_at').notNull(),
	},
	(table) => [
		/** The gradebook and the reading over time of a class come from this alone, without the long details beside them. */
		index('score_result').on(
			table.attemptId,
			table.exerciseId,
			table.createdAt,
			table.earned,
			table.possible,
			table.needsTeacher,
			table.counts,
			table.tryNumber,
			sql`${table.detail} ->> '$.seen'`,
		),
	],
);

/** What a teacher decided on one exercise; the newest row counts, the older ones are its history. */
export const grade = sqliteTable(
	'grade',
	{
		id: text('id').primaryKey(),
		attemptId: text('attempt_id')
			.notNull()
			.references(() => attempt.id, { onDelete: 'cascade' }),
		exerciseId: text('exercise_id').notNull(),
		/** Null: the score stands, the row only carries a comment. */
		points: integer('points'),
		/** The level chosen for each criterion of the rubric, as JSON; null where it was graded without. */
		levels: text('levels'),
		comment: text('comment').notNull(),
		gradedBy: text('graded_by').references(() => person.id, { onDelete: 'set null' }),
		createdAt: integer('created_at').notNull(),
	},
	(table) => [
		index('grade_graded_by').on(table.gradedBy),
		index('grade_attempt').on(table.attemptId, table.exerciseId, table.createdAt),
	],
);

/** A decision that is still being made: the teachers of a classroom share it, the student never sees it. */
export const gradeDraft = sqliteTable(
	'grade_draft',
	{
		attemptId: text('attempt_id')
			.notNull()
			.references(() => attempt.id, { onDelete: 'cascade' }),
		exerciseId: text('exercise_id').notNull(),
		/** Grows by one with each save; a save names the revision it started from. */
		revision: integer('revision').notNull(),
		points: integer('points'),
		levels: text('levels'),
		comment: text('comment').notNull(),
		savedBy: text('saved_by').references(() => person.id, { onDelete: 'set null' }),
		savedAt: integer('saved_at').notNull(),
	},
	(table) => [
		index('grade_draft_saved_by').on(table.savedBy),
		primaryKey({ columns: [table.attemptId, table.exerciseId] }),
	],
);

/** A teacher's words to some words of an answer: of what the student typed, or of the document that was marked. */
export const pinnedComment = sqliteTable(
	'pinned_comment',
	{
		id: text('id').primaryKey(),
		attemptId: text('attempt_id')
			.notNull()
			.references(() => attempt.id, { onDelete: 'cascade' }),
		exerciseId: text('exercise_id').notNull(),
		/** UTF-16 units of the typed text or of the document; the quote is its checksum. */
		start: integer('start').notNull(),
		end: integer('end').notNull(),
		quote: text('quote').notNull(),
		comment: text('comment').notNull(),
		writtenBy: text('written_by').references(() => person.id, { onDelete: 'set null' }),
		createdAt: integer('created_at').notNull(),
	},
	(table) => [
		index('pinned_comment_written_by').on(table.writtenBy),
		index('pinned_comment_attempt').on(table.attemptId, table.createdAt),
	],
);
