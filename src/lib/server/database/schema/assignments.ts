import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { person } from './people.ts';
import { edition } from './editions.ts';
import { category, classroom, sequence } from './classrooms.ts';

export const assignment = sqliteTable(
	'assignment',
	{
		id: text('id').primaryKey(),
		classroomId: text('classroom_id')
			.notNull()
			.references(() => classroom.id, { onDelete: 'cascade' }),
		lesson: text('lesson').notNull(),
		editionId: text('edition_id')
			.notNull()
			.references(() => edition.id),
		/** Ids of the exercises that are asked, as JSON; null: the whole lesson. */
		exercises: text('exercises'),
		/** Before it the work cannot be opened. */
		openAt: integer('open_at'),
		dueAt: integer('due_at'),
		/** From then on nothing is taken in any more. */
		closeAt: integer('close_at'),
		/** So many times it may be handed in; null: as often as one likes. */
		attemptsAllowed: integer('attempts_allowed').default(1),
		countsAttempt: text('counts_attempt', { enum: ['best', 'latest', 'first'] })
			.notNull()
			.default('best'),
		/** After the due date: taken without loss, less for each day begun, or not taken. */
		lateRule: text('late_rule', { enum: ['none', 'per-day', 'closed'] })
			.notNull()
			.default('none'),
		/** Of what was earned, for each day begun. Whole percent. */
		latePercentPerDay: integer('late_percent_per_day').notNull().default(0),
		feedbackRule: text('feedback_rule', { enum: ['hand-in', 'due', 'date', 'returned'] }).notNull(),
		/** Only with feedback at a date. */
		feedbackAt: integer('feedback_at'),
		/** Whether students see, without names, what the class marked: never, once their own work is in, or always. */
		classMarks: text('class_marks', { enum: ['hidden', 'after-own', 'open'] })
			.notNull()
			.default('hidden'),
		/** Teachers grade without seeing whose work it is. */
		namesHidden: integer('names_hidden', { mode: 'boolean' }).notNull().default(false),
		sequenceId: text('sequence_id').references(() => sequence.id, { onDelete: 'set null' }),
		/** From 1, inside its sequence. */
		sequencePlace: integer('sequence_place'),
		/** Came along with a student from another classroom; nobody else has it. */
		onlyFor: text('only_for').references(() => person.id, { onDelete: 'cascade' }),
		/** While true and until feedback may appear, nobody on this server can practise the lesson. */
		practiceClosed: integer('practice_closed', { mode: 'boolean' }).notNull(),
		createdAt: integer('created_at').notNull(),
		/** Inside its category. Hundredths; with nothing it does not count. */
		weight: integer('weight').notNull().default(100),
		categoryId: text('category_id').references(() => category.id, { onDelete: 'set null' }),
	},
	(table) => [
		index('assignment_only_for')
			.on(table.onlyFor)
			.where(sql`${table.onlyFor} is not null`),
		index('assignment_classroom').on(table.classroomId),
		/** What is due soon is asked every few minutes. */
		index('assignment_due')
			.on(table.dueAt)
			.where(sql`${table.dueAt} is not null`),
		index('assignment_closing_practice')
			.on(table.lesson)
			.where(sql`${table.practiceClosed} = 1`),
	],
);

/** What one student has otherwise than the class on one assignment. */
export const exception = sqliteTable(
	'exception',
	{
		assignmentId: text('assignment_id')
			.notNull()
			.references(() => assignment.id, { onDelete: 'cascade' }),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		/** A later due date; null: that of the class. */
		dueAt: integer('due_at'),
		/** The work does not count, done or not. */
		excused: integer('excused', { mode: 'boolean' }).notNull(),
		createdAt: integer('created_at').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.assignmentId, table.personId] }),
		index('exception_person').on(table.personId),
		index('exception_due')
			.on(table.dueAt)
			.where(sql`${table.dueAt} is not null`),
	],
);
