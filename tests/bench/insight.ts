/**
 * `node tests/bench/insight.ts [attempts]`: how long the class view of one assignment takes, and the plan of each of its
 * queries. Fills a database in a temporary folder with a class of that size, and as many attempts of other classes.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { answerLikeAStudent, chanceFrom } from '../../src/cli/demo-student.ts';
import { openStore } from '../../src/lib/server/database/store.ts';
import { insertAnswer } from '../../src/lib/server/repositories/answers.ts';
import { insertAttempt } from '../../src/lib/server/repositories/attempts.ts';
import { insertMembership } from '../../src/lib/server/repositories/classrooms.ts';
import { insertScore } from '../../src/lib/server/repositories/scores.ts';
import { scoreAnswer } from '../../src/lib/server/use-cases/work/score-answer.ts';
import { viewInsight } from '../../src/lib/server/use-cases/insight/view-insight.ts';
import { assignmentIn, classroomOf, LESSON, person, testApp } from '../support/test-app.ts';

const attempts = Number(process.argv[2] ?? 500);
const folder = mkdtempSync(join(tmpdir(), 'underline-insight-'));
const file = join(folder, 'underline.db');
const store = openStore(file);
try {
	const app = testApp({ store });
	const edition = app.editions.current(LESSON);
	const chance = chanceFrom(7);
	let measured: { teacher: Parameters<typeof viewInsight>[1]; assignmentId: string } | null = null;

	for (const name of ['here', 'elsewhere']) {
		const room = await classroomOf(app, { teacher: `teacher.${name}`, student: `student.${name}` });
		const assignmentId = await assignmentIn(app, room.teacher, room.classroomId);
		measured ??= { teacher: room.teacher, assignmentId };
		for (let index = 0; index < attempts; index++) {
			const student = await person(app, `${name}${String(index)}`);
			const attemptId = app.newId();
			const care = 0.3 + chance() * 0.6;
			const now = app.now();
			await store.write(async (transaction) => {
				const { personId } = student;
				await insertMembership(transaction, {
					classroomId: room.classroomId,
					personId,
					role: 'student',
					joinedAt: now,
				});
				const dates = { openedAt: now, handedInAt: now };
				const work = { id: attemptId, personId, lesson: LESSON, editionId: edition.id, assignmentId };
				await insertAttempt(transaction, { ...work, ...dates });
				for (const exercise of edition.exercises) {
					const place = { attemptId, exerciseId: exercise.id, tryNumber: 1 };
					const answer = answerLikeAStudent(exercise, edition.documents, care, chance);
					const content = JSON.stringify(answer);
					await insertAnswer(transaction, { ...place, revision: 1, content, savedAt: now, checkedAt: now });
					await insertScore(transaction, scoreAnswer(app, edition, exercise, { ...place, answer }, now));
				}
			});
		}
	}

	if (!measured) throw new Error('There is no class to measure');
	const { teacher, assignmentId } = measured;
	const times: number[] = [];
	for (let round = 0; round < 7; round++) {
		const began = performance.now();
		await viewInsight(app, teacher, assignmentId, { exercise: null, category: null, withNames: true });
		times.push(performance.now() - began);
	}
	const [first = 0, ...later] = times;
	const median = later.sort((a, b) => a - b)[Math.floor(later.length / 2)] ?? 0;
	console.log(
		`${String(attempts)} attempts: first ${first.toFixed(0)} ms, then ${median.toFixed(0)} ms (median of ${String(later.length)})`,
	);
	explain();
} finally {
	store.close();
	rmSync(folder, { recursive: true, force: true });
}

/** As the repository asks them (insight.ts); a scan of a whole table ends with exit code 1. */
function explain(): void {
	const database = new Database(file, { readonly: true });
	const ofAssignment = 'attempt.assignment_id = ? and attempt.handed_in_at is not null';
	const queries = {
		answers: `select answer.content from attempt inner join answer on answer.attempt_id = attempt.id and answer.exercise_id = ? and answer.try_number = 1 where ${ofAssignment}`,
		scores: `select score.attempt_id, score.exercise_id, score.earned, score.possible, score.needs_teacher, score.counts, score.created_at from attempt inner join score on score.attempt_id = attempt.id where ${ofAssignment}`,
		grades: `select grade.points from attempt inner join grade on grade.attempt_id = attempt.id where ${ofAssignment}`,
		names: `select person.display_name from attempt inner join person on person.id = attempt.person_id where ${ofAssignment}`,
	};
	for (const [name, query] of Object.entries(queries)) {
		const plan = database.prepare(`explain query plan ${query}`).all(...(query.match(/\?/gu) ?? [])) as {
			detail: string;
		}[];
		console.log(`${name}: ${plan.map(({ detail }) => detail).join('; ')}`);
		if (plan.some(({ detail }) => /^SCAN /u.test(detail))) process.exitCode = 1;
	}
	database.close();
}
