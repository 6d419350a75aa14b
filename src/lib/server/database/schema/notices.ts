import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { person } from './people.ts';
import { assignment } from './assignments.ts';
import { ruling } from './rulings.ts';

/** Something that happened to a person's work. New until it was seen. */
export const notice = sqliteTable(
	'notice',
	{
		id: text('id').primaryKey(),
		personId: text('person_id')
			.notNull()
			.references(() => person.id, { onDelete: 'cascade' }),
		kind: text('kind', { enum: ['assigned', 'due soon', 'returned', 'challenge answered', 'ruling'] }).notNull(),
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
		uniqueIndex('notice_due_soon')
			.on(table.assignmentId, table.personId)
			.where(sql`${table.kind} = 'due soon'`),
		index('notice_assignment').on(table.assignmentId),
		index('notice_ruling').on(table.rulingId),
	],
);
