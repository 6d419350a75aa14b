import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { person } from './people.ts';

export const classroom = sqliteTable('classroom', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	joinCode: text('join_code').notNull().unique(),
	createdAt: integer('created_at').notNull(),
	/** An IANA name: dates are typed and shown by its clock. */
	timeZone: text('time_zone').notNull().default('UTC'),
	/** Kept to be read; nothing in it changes any more. */
	archivedAt: integer('archived_at'),
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

/** Teacher, assistant and student are relations to one classroom, never labels of a person. */
export const membership = sqliteTable(
	'membership',
	{
		classroomId: text('classroom_id')
			.notNull()
			.references(() => classroom.id, { onDelete: 'cascade' }),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		role: text('role', { enum: ['teacher', 'assistant', 'student'] }).notNull(),
		joinedAt: integer('joined_at').notNull(),
	},
	(table) => [
		primaryKey({ columns: [table.classroomId, table.personId] }),
		index('membership_person').on(table.personId),
	],
);

/** A one-time link that makes a colleague a teacher or an assistant; the id is the SHA-256 of the link's secret. */
export const invitation = sqliteTable(
	'invitation',
	{
		id: text('id').primaryKey(),
		classroomId: text('classroom_id')
			.notNull()
			.references(() => classroom.id, { onDelete: 'cascade' }),
		role: text('role', { enum: ['teacher', 'assistant'] }).notNull(),
		invitedBy: text('invited_by').references(() => person.id, { onDelete: 'set null' }),
		createdAt: integer('created_at').notNull(),
		expiresAt: integer('expires_at').notNull(),
	},
	(table) => [index('invitation_classroom').on(table.classroomId)],
);

/** Assignments that belong together and are done in their order. */
export const sequence = sqliteTable(
	'sequence',
	{
		id: text('id').primaryKey(),
		classroomId: text('classroom_id')
			.notNull()
			.references(() => classroom.id, { onDelete: 'cascade' }),
		name: text('name').notNull(),
		/** Each opens when the one before it is handed in. */
		isStepwise: integer('is_stepwise', { mode: 'boolean' }).notNull(),
		createdAt: integer('created_at').notNull(),
	},
	(table) => [index('sequence_classroom').on(table.classroomId)],
);
