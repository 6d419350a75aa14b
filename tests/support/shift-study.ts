/**
 * Lets days pass for one person's studying, in the file of a server that runs: everything that they did becomes that much
 * older. The product's own clock is never touched, so what is tested is what runs.
 */
import Database from 'better-sqlite3';

const DAY = 24 * 60 * 60 * 1000;

export function shiftStudy(file: string, personId: string, days: number): void {
	const by = Math.round(days * DAY);
	const database = new Database(file, { timeout: 10_000 });
	try {
		database.transaction(() => {
			for (const [table, column] of [
				['study_session', 'opened_at'],
				['study_session', 'finished_at'],
				['study_answer', 'answered_at'],
				['technique_card', 'due_at'],
				['technique_card', 'updated_at'],
			] as const) {
				database.prepare(`update ${table} set ${column} = ${column} - ? where person_id = ?`).run(by, personId);
			}
			// The same times stand in the scheduler's card.
			const older = `json_set(card, '$.dueAt', card ->> '$.dueAt' - @by, '$.reviewedAt', card ->> '$.reviewedAt' - @by)`;
			database.prepare(`update technique_card set card = ${older} where person_id = @personId`).run({ by, personId });
		})();
	} finally {
		database.close();
	}
}

export type StudyRows = {
	sessions: { id: string; kind: string; plan: string; opened_at: number; finished_at: number | null }[];
	answers: {
		session_id: string;
		place: number;
		sentence: string;
		technique: string;
		content: string;
		credit: number;
		confidence: string | null;
		is_first: number;
		answered_at: number;
	}[];
	cards: { technique: string; card: string; due_at: number }[];
};

/** What is stored of somebody's studying, as it lies in the file. */
export function studyRows(file: string, personId: string): StudyRows {
	const database = new Database(file, { readonly: true });
	const of = (table: string, order: string) =>
		database.prepare(`select * from ${table} where person_id = ? order by ${order}`).all(personId);
	try {
		return {
			sessions: of('study_session', 'opened_at') as StudyRows['sessions'],
			answers: of('study_answer', 'answered_at') as StudyRows['answers'],
			cards: of('technique_card', 'due_at') as StudyRows['cards'],
		};
	} finally {
		database.close();
	}
}

/** Whoever studied last. */
export function lastStudent(file: string): string {
	const database = new Database(file, { readonly: true });
	try {
		const row = database.prepare('select person_id from study_answer order by answered_at desc limit 1').get();
		return (row as { person_id: string }).person_id;
	} finally {
		database.close();
	}
}
