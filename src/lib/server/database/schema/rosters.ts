import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { classroom } from './classrooms.ts';
import { person } from './people.ts';

/** An account that a classroom's roster made: only such a one gets a new password from a teacher of that classroom. */
export const rosterAccount = sqliteTable(
	'roster_account',
	{
		personId: text('person_id')
			.primaryKey()
			.references(() => person.id, { onDelete: 'cascade' }),
		classroomId: text('classroom_id')
			.notNull()
			.references(() => classroom.id, { onDelete: 'cascade' }),
		/** The last time that a teacher was given a password for it, and which teacher. The password itself is kept nowhere. */
		cardMadeAt: integer('card_made_at').notNull(),
		cardMadeBy: text('card_made_by').references(() => person.id, { onDelete: 'set null' }),
	},
	(table) => [
		index('roster_account_classroom').on(table.classroomId),
		index('roster_account_card_made_by').on(table.cardMadeBy),
	],
);
