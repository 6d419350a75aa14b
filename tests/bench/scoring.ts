/** Scoring by the grading rule alone: 1,000 answers of 40 marks against a key of 40 spans. */
import { chanceFrom } from '../../src/cli/demo-student.ts';
import { categories } from '../../src/lib/domain/marking/categories.ts';
import type { KeyItem, ScoredMark } from '../../src/lib/domain/marking/rule.ts';
import { scoreMarks } from '../../src/lib/domain/marking/score-marks.ts';
import { aimed, inMilliseconds, median, type Row } from './rows.ts';

const ANSWERS = 1_000;
const SPANS = 40;
const TEXT_LENGTH = 18_000;
const AIM_MS = 1_000;
const OPTIONS = { declaredClean: false, points: 10, asked: ['technique'] as const };

export function measureScoring(rounds: number): Row[] {
	const chance = chanceFrom(20_261_122);
	const key = makeKey(chance);
	const answers = Array.from({ length: ANSWERS }, () => makeAnswer(key, chance));
	const times = Array.from({ length: Math.max(2, rounds) }, () => {
		const begun = performance.now();
		for (const marks of answers) scoreMarks(key, marks, OPTIONS);
		return performance.now() - begun;
	});
	const measured = median(times);
	const first = times[0] ?? NaN;
	return [
		aimed({
			part: 'scoring',
			what: '1,000 answers of 40 marks, 40 key spans',
			measured: `${inMilliseconds(measured)} (first time ${inMilliseconds(first)})`,
			aim: 'under 1,000 ms',
			isMet: Math.max(measured, first) < AIM_MS,
			numbers: { measured, first },
		}),
	];
}

function makeKey(chance: () => number): KeyItem[] {
	const room = Math.floor(TEXT_LENGTH / SPANS);
	return Array.from({ length: SPANS }, (_, index) => {
		const start = index * room + Math.floor(chance() * 80);
		const end = start + 12 + Math.floor(chance() * 70);
		return {
			start,
			end,
			category: categories[index % categories.length] ?? 'loaded',
			tier: index % 5 === 4 ? 'acceptable' : 'core',
			technique: ['quantity'],
			nucleus: { start: start + 4, end: end - 4 },
			envelope: { start: Math.max(0, start - 10), end: end + 10 },
		};
	});
}

/** Seven of ten marks lie on or near a key span, some of them with the wrong name; the others anywhere. */
function makeAnswer(key: readonly KeyItem[], chance: () => number): ScoredMark[] {
	return Array.from({ length: SPANS }, (_, index) => {
		const item = key[index];
		const category = categories[Math.floor(chance() * categories.length)] ?? 'loaded';
		if (!item || chance() > 0.7) {
			const start = Math.floor(chance() * (TEXT_LENGTH - 200));
			return { start, end: start + 5 + Math.floor(chance() * 120), category };
		}
		const start = Math.max(0, item.start + Math.floor(chance() * 21) - 10);
		const end = Math.max(start + 1, item.end + Math.floor(chance() * 21) - 10);
		return { start, end, category: chance() < 0.85 ? item.category : category, technique: 'quantity' };
	});
}
