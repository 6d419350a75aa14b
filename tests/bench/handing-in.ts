/** Handing in a whole lesson: every answer closed, scored and committed at once. */
import { assign, expectStatus, join, openClass, workAt } from '../faults/people.ts';
import { answerMost } from './people.ts';
import { inMilliseconds, inThousands, median, quantile, seen, type Row } from './rows.ts';
import { serve, type Setting } from './setting.ts';

const STUDENTS = 30;
const AT_ONCE = 4;

export async function measureHandingIn(setting: Setting): Promise<Row[]> {
	const { server, stop } = await serve(setting, 'handing in');
	const period = await openClass(server);
	const students = [];
	for (let index = 0; index < STUDENTS; index++) {
		students.push(await join(server, period.joinCode, `student${String(index)}`));
	}

	const all: number[] = [];
	const rates: number[] = [];
	// One round more than is counted: the first warms up.
	for (let round = 0; round <= setting.rounds; round++) {
		const path = `${await assign(period, { lesson: 'borrowed-authority', feedbackRule: 'hand-in' })}/work`;
		const ready = [];
		for (const student of students) {
			const { attemptId } = await answerMost(student, await workAt(student, path), () => workAt(student, path));
			ready.push(async () => {
				const sentAt = performance.now();
				const form = { attempt: attemptId ?? '', anyway: 'yes' };
				const reply = expectStatus(await student.enhancedPost(`${path}?/handIn`, form), 200);
				if (!reply.text.includes('"success"')) throw new Error(`Not handed in: ${reply.text}`);
				return performance.now() - sentAt;
			});
		}
		const begun = performance.now();
		const latencies = await atOnce(ready, AT_ONCE);
		if (round === 0) continue;
		rates.push(ready.length / ((performance.now() - begun) / 1000));
		all.push(...latencies);
	}
	await stop();

	const numbers = { rate: median(rates), p50: quantile(all, 0.5), p99: quantile(all, 0.99) };
	const said = `${inThousands(numbers.rate)}/s, p50 ${inMilliseconds(numbers.p50)}, p99 ${inMilliseconds(numbers.p99)}`;
	return [seen('handing in', `a lesson with ${String(40)} marks, ${String(AT_ONCE)} students at once`, said, numbers)];
}

async function atOnce<Result>(work: (() => Promise<Result>)[], width: number): Promise<Result[]> {
	const results: Result[] = [];
	const left = [...work];
	const worker = async () => {
		for (let next = left.shift(); next; next = left.shift()) results.push(await next());
	};
	await Promise.all(Array.from({ length: width }, worker));
	return results;
}
