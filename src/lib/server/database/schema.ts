/** Every table. Times are UTC milliseconds, points are whole hundredths, ids are made by the application. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { sql } from 'drizzle-orm';

/** Someone with work. A guest is a person without a name. */
export const person = sqliteTable(
	'person',
	{
		id: text('id').primaryKey(),
		/** As signed in with: folded to one case and one Unicode form. Null for a guest. */
		userName: text('user_name').unique(),
		displayName: text('display_name'),
		passwordHash: text('password_hash'),
		createdAt: integer('created_at').notNull(),
		lastSeenAt: integer('last_seen_at').notNull(),
	},
	(table) => [
		index('person_guest_last_seen')
			.on(table.lastSeenAt)
			.where(sql`${table.userName} is null`),
	],
);

/** The id is the SHA-256 of what the cookie holds, so that a copy of the database opens no session. */
export const session = sqliteTable(
	'session',
	{
		id: text('id').primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		expiresAt: integer('expires_at').notNull(),
	},
	(table) => [index('session_person').on(table.personId)],
);

/** A one-time link that sets a new password; the id is the SHA-256 of the link's secret. */
export const resetLink = sqliteTable(
	'reset_link',
	{
		id: text('id').primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		expiresAt: integer('expires_at').notNull(),
	},
	(table) => [index('reset_link_person').on(table.personId)],
);

/** One immutable version of a lesson, whole, reasons included. Never deleted. */
export const edition = sqliteTable('edition', {
	id: text('id').primaryKey(),
	lesson: text('lesson').notNull(),
	content: text('content').notNull(),
	createdAt: integer('created_at').notNull(),
});

export const classroom = sqliteTable('classroom', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	joinCode: text('join_code').notNull().unique(),
	createdAt: integer('created_at').notNull(),
	/** Work without a category is a group of its own in the gradebook. Hundredths. */
	otherWeight: integer('other_weight').notNull().default(100),
	otherDropLowest: integer('other_drop_lowest').notNull().default(0),
});

/** A group of assignments that counts as one in the gradebook. */
export const category = sqliteTable(
	'category',
	{
		id: text('id').primaryKey(),
		classroomId: text('classroom_id')
			.notNull()
			.references(() => classroom.id, { onDelete: 'cascade' }),
		name: text('name').notNull(),
		/** Against the other categories. Hundredths. */
		weight: integer('weight').notNull(),
		/** So many of a student's lowest results do not count. */
		dropLowest: integer('drop_lowest').notNull(),
		createdAt: integer('created_at').notNull(),
	},
	(table) => [index('category_classroom').on(table.classroomId)],
);

/** Teacher and student are relations to one classroom, never labels of a person. */
export const membership = sqliteTable(
	'membership',
	{
		classroomId: text('classroom_id')
			.notNull()
			.references(() => classroom.id, { onDelete: 'cascade' }),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		role: text('role', { enum: ['teacher', 'student'] }).notNull(),
		joinedAt: integer('joined_at').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.classroomId, table.personId] }),
		index('membership_person').on(table.personId),
	],
);

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
		dueAt: integer('due_at'),
		feedbackRule: text('feedback_rule', { enum: ['hand-in', 'due', 'returned'] }).notNull(),
		/** While true and until feedback may appear, nobody on this server can practise the lesson. */
		practiceClosed: integer('practice_closed', { mode: 'boolean' }).notNull(),
		createdAt: integer('created_at').notNull(),
		/** Inside its category. Hundredths; with nothing it does not count. */
		weight: integer('weight').notNull().default(100),
		categoryId: text('category_id').references(() => category.id, { onDelete: 'set null' }),
	},
	(table) => [
		index('assignment_classroom').on(table.classroomId),
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
	],
);

/** One person's work on one edition, for one assignment or for none (practice). */
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
		openedAt: integer('opened_at').notNull(),
		handedInAt: integer('handed_in_at'),
		late: integer('late', { mode: 'boolean' }).notNull().default(false),
		returnedAt: integer('returned_at'),
		/** The teacher's words on the whole work. */
		comment: text('comment'),
	},
	(table) => [
		uniqueIndex('attempt_assignment_person')
			.on(table.assignmentId, table.personId)
			.where(sql`${table.assignmentId} is not null`),
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
		/** The gradebook reads the results of a whole class from this alone, without the long details beside them. */
		index('score_result').on(
			table.attemptId,
			table.exerciseId,
			table.createdAt,
			table.earned,
			table.possible,
			table.needsTeacher,
			table.counts,
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
		comment: text('comment').notNull(),
		gradedBy: text('graded_by').references(() => person.id, { onDelete: 'set null' }),
		createdAt: integer('created_at').notNull(),
	},
	(table) => [index('grade_attempt').on(table.attemptId, table.exerciseId, table.createdAt)],
);

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
		decision: text('decision', { enum: ['accept', 'widen', 'contested', 'keep'] }).notNull(),
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

/** Something that happened to a person's work. New until it was seen. */
export const notice = sqliteTable(
	'notice',
	{
		id: text('id').primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: ['assigned', 'returned', 'challenge answered', 'ruling'] }).notNull(),
		assignmentId: text('assignment_id')
			.notNull()
			.references(() => assignment.id, { onDelete: 'cascade' }),
		rulingId: text('ruling_id').references(() => ruling.id, { onDelete: 'cascade' }),
		createdAt: integer('created_at').notNull(),
		seenAt: integer('seen_at'),
	},
	(table) => [
		index('notice_person').on(table.personId, table.createdAt),
		index('notice_new')
			.on(table.personId)
			.where(sql`${table.seenAt} is null`),
		index('notice_assignment').on(table.assignmentId),
		index('notice_ruling').on(table.rulingId),
	],
);
