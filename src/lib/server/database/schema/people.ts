import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Someone with work. A guest is a person without a name. */
export const person = sqliteTable(
	'person',
	{
		id: text('id').primaryKey(),
		/** As signed in with: folded to one case and one Unicode form. Null for a guest. */
		userName: text('user_name').unique(),
		displayName: text('display_name'),
		passwordHash: text('password_hash'),
		/** Someone else chose the password: nothing else can be done before it is changed. */
		mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull().default(false),
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
