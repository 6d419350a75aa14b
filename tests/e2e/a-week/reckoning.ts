/**
 * The week's numbers, reckoned a second time and without the product: from the points of each exercise as the database
 * holds them, the moments of handing in, and what the test itself typed. Nothing here comes from `src`.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';

const DAY = 24 * 60 * 60 * 1000;

export type StoredAttempt = {
	userName: string;
	number: number;
	handedInAt: number;
	/** By exercise, in hundredths, every score that was ever made, oldest first. */
	scores: Map<string, number[]>;
};

/** What was handed in for an assignment. */
export function storedAttempts(dataFolder: string, assignmentId: string): StoredAttempt[] {
	const database = new Database(join(dataFolder, 'underline.db'), { readonly: true });
	try {
		const rows = database
			.prepare(
				`select attempt.id, user_name as userName, number, handed_in_at as handedInAt from attempt
				 join person on person.id = person_id where assignment_id = ? and handed_in_at is not null`,
			)
			.all(assignmentId) as (Omit<StoredAttempt, 'scores'> & { id: string })[];
		const scores = database.prepare(
			'select exercise_id as exercise, earned from score where attempt_id = ? order by created_at, rowid',
		);
		return rows.map(({ id, ...attempt }) => {
			const made = new Map<string, number[]>();
			for (const { exercise, earned } of scores.all(id) as { exercise: string; earned: number }[]) {
				made.set(exercise, [...(made.get(exercise) ?? []), earned]);
			}
			return { ...attempt, scores: made };
		});
	} finally {
		database.close();
	}
}

/** Lets days go by for what was handed in so far. */
export function letDaysGoBy(dataFolder: string, assignmentId: string, hours: number, userName: string): void {
	const database = new Database(join(dataFolder, 'underline.db'));
	try {
		database.pragma('busy_timeout = 5000');
		const moved = database
			.prepare(
				`update attempt set handed_in_at = handed_in_at - @by, opened_at = opened_at - @by where assignment_id = @assignmentId
				 and handed_in_at is not null and person_id = (select id from person where user_name = @userName)`,
			)
			.run({ by: hours * (DAY / 24), assignmentId, userName });
		if (moved.changes === 0) throw new Error(`${userName} has handed in nothing here`);
	} finally {
		database.close();
	}
}

export type Given = {
	/** Graded exercises by what they are worth, in hundredths. */
	worth: Map<string, number>;
	/** Lost for each day begun after the due date. */
	percentPerDay: number;
	dueAt: number;
	/** A teacher's points for an exercise, in hundredths; they replace the score. */
	grade?: (userName: string, exercise: string) => number | null;
	excused?: string;
	moreTime?: string;
};

export type Result = { standing: 'counts' | 'missing' | 'excused'; earned: number; late: boolean; lost: boolean };

/** The best attempt of one student, each after what lateness took off it. */
export function resultOf(userName: string, given: Given, all: readonly StoredAttempt[]): Result {
	const nothing = { earned: 0, late: false, lost: false };
	if (given.excused === userName) return { standing: 'excused', ...nothing };
	const attempts = all.filter((attempt) => attempt.userName === userName).sort((a, b) => a.number - b.number);
	let best: Result | null = null;
	for (const attempt of attempts) {
		let sum = 0;
		for (const exercise of given.worth.keys()) sum += pointsOf(attempt, exercise, given);
		const over = given.moreTime === userName ? 0 : attempt.handedInAt - given.dueAt;
		const days = over <= 0 ? 0 : Math.ceil(over / DAY);
		const lost = days > 0 && given.percentPerDay > 0;
		const earned = lost ? Math.floor((sum * Math.max(0, 100 - days * given.percentPerDay) + 50) / 100) : sum;
		if (!best || earned > best.earned) best = { standing: 'counts', earned, late: days > 0, lost };
	}
	return best ?? { standing: 'missing', ...nothing };
}

function pointsOf(attempt: StoredAttempt, exercise: string, { grade }: Given): number {
	return grade?.(attempt.userName, exercise) ?? Math.max(0, ...(attempt.scores.get(exercise) ?? []));
}

/** From 0 to 1, or null where the result does not count. */
export function shareOf({ standing, earned }: Result, { worth }: Given): number | null {
	if (standing === 'excused') return null;
	return earned / sumOf([...worth.values()]);
}

/** A mean in which each number weighs what stands beside it; the lowest ones are dropped, and one always stays. */
export function meanOf(pairs: readonly (readonly [number | null, number])[], drop = 0): number | null {
	const counted = pairs.flatMap(([share, weight]) => (share === null ? [] : [{ share, weight }]));
	counted.sort((a, b) => b.share - a.share);
	const kept = counted.slice(0, Math.max(1, counted.length - drop));
	if (kept.length === 0) return null;
	return sumOf(kept.map(({ share, weight }) => share * weight)) / sumOf(kept.map(({ weight }) => weight));
}

/** How easy each exercise was, and how it goes with the rest of the work; of first attempts, before lateness. */
export function itemsOf(all: readonly StoredAttempt[], given: Given) {
	const firsts = all.filter(({ number }) => number === 1);
	return [...given.worth].map(([exercise, worth]) => {
		const others = [...given.worth].filter(([other]) => other !== exercise);
		const x = firsts.map((attempt) => pointsOf(attempt, exercise, given) / worth);
		const y = firsts.map((attempt) => sumOf(others.map(([other]) => pointsOf(attempt, other, given))));
		return { exercise, facility: sumOf(x) / x.length, discrimination: pearson(x, y) };
	});
}

/** n Σxy − Σx Σy over the roots of the same for xx and yy; null where all did the same. */
function pearson(x: readonly number[], y: readonly number[]): number | null {
	if (new Set(x).size === 1 || new Set(y).size === 1) return null;
	const n = x.length;
	const product = (a: readonly number[], b: readonly number[]) =>
		n * sumOf(a.map((value, index) => value * (b[index] ?? 0))) - sumOf(a) * sumOf(b);
	return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

/** How many students marked each letter of a text. */
export function countsOf(length: number, people: readonly (readonly { start: number; end: number }[])[]): number[] {
	const counts = new Array<number>(length).fill(0);
	for (const marks of people) {
		const marked = new Set<number>();
		for (const { start, end } of marks) for (let at = start; at < end; at += 1) marked.add(at);
		for (const at of marked) counts[at] = (counts[at] ?? 0) + 1;
	}
	return counts;
}

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
