/** Who should be reminded of which work. */
import { sql } from 'drizzle-orm';
import type { Connection } from '../database/store.ts';

export type DueSoon = { assignmentId: string; personId: string };

/** In UTC milliseconds. */
export type Window = {
	now: number;
	/** Due dates from now to then. */
	until: number;
	/** Only work that was given, or opened, before. */
	givenBefore: number;
};

/** More than a school hands out; what is left over comes a few minutes later. */
const AT_A_TIME = 500;

/**
 * Students whose own due date falls into the window and who have neither handed in, nor been excused, nor been told.
 * Begins at the two indexes on due dates, so that it reads what is due soon and nothing else.
 */
export async function findDueSoon(connection: Connection, { now, until, givenBefore }: Window): Promise<DueSoon[]> {
	return connection.all<DueSoon>(sql`
		select a.id as assignmentId, m.person_id as personId
		from assignment a
			join classroom c on c.id = a.classroom_id and c.archived_at is null
			join membership m on m.classroom_id = a.classroom_id and m.role = 'student'
			left join exception e on e.assignment_id = a.id and e.person_id = m.person_id
		where a.due_at > ${now} and a.due_at <= ${until} and coalesce(e.due_at, 0) <= ${until} and ${isToBeTold(givenBefore)}
		union
		select a.id, m.person_id
		from exception e
			join assignment a on a.id = e.assignment_id
			join classroom c on c.id = a.classroom_id and c.archived_at is null
			join membership m on m.classroom_id = a.classroom_id and m.person_id = e.person_id and m.role = 'student'
		where e.due_at > ${now} and e.due_at <= ${until} and coalesce(a.due_at, 0) <= ${until} and ${isToBeTold(givenBefore)}
		limit ${AT_A_TIME}
	`);
}

const isToBeTold = (givenBefore: number) => sql`
	max(a.created_at, coalesce(a.open_at, 0)) <= ${givenBefore}
	and coalesce(e.excused, 0) = 0
	and (a.only_for is null or a.only_for = m.person_id)
	and not exists (
		select 1 from attempt t
		where t.assignment_id = a.id and t.person_id = m.person_id and t.handed_in_at is not null
	)
	and not exists (
		select 1 from notice n where n.assignment_id = a.id and n.person_id = m.person_id and n.kind = 'due soon'
	)`;
