import { and, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { prepared } from '../database/prepared.ts';
import { classroom, membership } from '../database/schema/classrooms.ts';
import { person, session, resetLink } from '../database/schema/people.ts';
import { rosterAccount } from '../database/schema/rosters.ts';
import type { Connection } from '../database/store.ts';

/** So many rows in one statement stay well under SQLite's number of parameters. */
const ROWS_AT_ONCE = 500;

export type RosterMember = {
	userName: string | null;
	displayName: string | null;
	role: (typeof membership.$inferSelect)['role'];
};

/** Everybody who belongs to the classroom: a list is held against them. */
export async function findMembers(connection: Connection, classroomId: string): Promise<RosterMember[]> {
	return connection
		.select({ userName: person.userName, displayName: person.displayName, role: membership.role })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.personId))
		.where(eq(membership.classroomId, classroomId))
		.orderBy(membership.joinedAt, person.userName)
		.all();
}

/** Two statements, because an "or" of both would read the whole index for each wish. */
const takenItself = prepared((connection) =>
	connection
		.select({ userName: person.userName })
		.from(person)
		.where(eq(person.userName, sql.placeholder('wish')))
		.prepare(),
);

/** The name with digits behind it: between "0" and ":" stand the digits alone. */
const takenNumbered = prepared((connection) =>
	connection
		.select({ userName: person.userName })
		.from(person)
		.where(and(gte(person.userName, sql.placeholder('from')), lt(person.userName, sql.placeholder('before'))))
		.prepare(),
);

/** Which of these user names are somebody's already, plain or with a number behind them. */
export async function findTakenUserNames(connection: Connection, wishes: Iterable<string>): Promise<Set<string>> {
	const itself = takenItself(connection);
	const numbered = takenNumbered(connection);
	const taken = new Set<string>();
	for (const wish of wishes) {
		const rows = [...itself.all({ wish }), ...numbered.all({ from: `${wish}0`, before: `${wish}:` })];
		for (const { userName } of rows) taken.add(userName ?? '');
	}
	return taken;
}

export type NewStudent = { id: string; userName: string; displayName: string; passwordHash: string };

/** Accounts with their places in the classroom, as one roster made them. */
export async function insertRoster(
	connection: Connection,
	students: readonly NewStudent[],
	by: { classroomId: string; teacherId: string; now: number },
) {
	const { classroomId, teacherId, now } = by;
	for (let start = 0; start < students.length; start += ROWS_AT_ONCE) {
		const some = students.slice(start, start + ROWS_AT_ONCE);
		connection
			.insert(person)
			.values(some.map((one) => ({ ...one, mustChangePassword: true, createdAt: now, lastSeenAt: now })))
			.run();
		connection
			.insert(membership)
			.values(some.map(({ id }) => ({ classroomId, personId: id, role: 'student' as const, joinedAt: now })))
			.run();
		connection
			.insert(rosterAccount)
			.values(some.map(({ id }) => ({ personId: id, classroomId, cardMadeAt: now, cardMadeBy: teacherId })))
			.run();
	}
}

/**
 * The students of a classroom, and whether this teacher may make new cards for them: a roster made the account, of a
 * classroom that the teacher teaches, and it is a student's account everywhere.
 */
export async function findStudentsForCards(connection: Connection, classroomId: string, teacherId: string) {
	const mayGetCard = sql<number>`(${rosterAccount.classroomId} is not null
		and exists (select 1 from membership mine where mine.classroom_id = ${rosterAccount.classroomId} and mine.person_id = ${teacherId} and mine.role = 'teacher')
		and not exists (select 1 from membership other where other.person_id = ${person.id} and other.role <> 'student'))`;
	const rows = connection
		.select({
			personId: person.id,
			userName: person.userName,
			displayName: person.displayName,
			mustChangePassword: person.mustChangePassword,
			cardMadeAt: rosterAccount.cardMadeAt,
			mayGetCard,
		})
		.from(membership)
		.innerJoin(person, eq(person.id, membership.personId))
		.leftJoin(rosterAccount, eq(rosterAccount.personId, person.id))
		.where(and(eq(membership.classroomId, classroomId), eq(membership.role, 'student')))
		.orderBy(sql`${person.displayName} collate nocase`, person.id)
		.all();
	return rows.map((row) => ({ ...row, mayGetCard: row.mayGetCard === 1 }));
}

/** Puts new passwords in the place of the old ones: what the old ones opened is closed. */
export async function replacePasswords(
	connection: Connection,
	students: readonly { personId: string; passwordHash: string }[],
	by: { teacherId: string; now: number },
) {
	for (const { personId, passwordHash } of students) {
		connection.update(person).set({ passwordHash, mustChangePassword: true }).where(eq(person.id, personId)).run();
		connection
			.update(rosterAccount)
			.set({ cardMadeAt: by.now, cardMadeBy: by.teacherId })
			.where(eq(rosterAccount.personId, personId))
			.run();
	}
	const ids = students.map(({ personId }) => personId);
	for (let start = 0; start < ids.length; start += ROWS_AT_ONCE) {
		const some = ids.slice(start, start + ROWS_AT_ONCE);
		connection.delete(session).where(inArray(session.personId, some)).run();
		connection.delete(resetLink).where(inArray(resetLink.personId, some)).run();
	}
}

/** Where a person's account was made by a roster: the classroom, and the last card with who made it. */
export async function findRosterAccount(connection: Connection, personId: string) {
	return connection
		.select({ classroom: classroom.name, cardMadeAt: rosterAccount.cardMadeAt, cardMadeBy: person.displayName })
		.from(rosterAccount)
		.innerJoin(classroom, eq(classroom.id, rosterAccount.classroomId))
		.leftJoin(person, eq(person.id, rosterAccount.cardMadeBy))
		.where(eq(rosterAccount.personId, personId))
		.get();
}
