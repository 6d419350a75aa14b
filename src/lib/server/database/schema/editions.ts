import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One immutable version of a lesson, whole, reasons included. Never deleted. */
export const edition = sqliteTable('edition', {
	id: text('id').primaryKey(),
	lesson: text('lesson').notNull(),
	content: text('content').notNull(),
	createdAt: integer('created_at').notNull(),
});
