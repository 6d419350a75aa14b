/** Numbers in words become numbers: “twenty-five”, “a hundred and two”, “3.5 million”, “two lakh”. */
import type { Token } from './token.ts';

const units = (
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
	'eighteen nineteen'
).split(' ');
const tens = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const scales = new Map([
	['dozen', 12],
	['thousand', 1e3],
	['lakh', 1e5],
	['million', 1e6],
	['crore', 1e7],
	['bn', 1e9],
	['billion', 1e9],
	['trillion', 1e12],
]);

/** Every run of words that is one number becomes one token with its value; “hundreds” and “dozens” are no numbers. */
export function joinNumbers(text: string, tokens: readonly Token[]): Token[] {
	const joined: Token[] = [];
	let index = 0;
	while (index < tokens.length) {
		const read = readNumber(text, tokens, index);
		const [first, last] = [tokens[index]!, tokens[read ? read.next - 1 : index]!];
		joined.push(read ? { start: first.start, end: last.end, form: String(read.value), isNumber: true } : first);
		index = read ? read.next : index + 1;
	}
	return joined;
}

type Part = 'digits' | 'unit' | 'tens' | 'hundred' | 'scale';

function readNumber(text: string, tokens: readonly Token[], from: number): { value: number; next: number } | null {
	let [sum, current] = [0, 0];
	let last: Part | null = null;
	let next = from;
	while (next < tokens.length && (next === from || follows(text, tokens[next - 1]!, tokens[next]!))) {
		const { form, isNumber } = tokens[next]!;
		const part = partOf(form, isNumber);
		if (last === null && isOneOf(text, tokens, next)) {
			[current, last] = [1, 'unit'];
		} else if (form === 'and' && (last === 'hundred' || last === 'scale') && goesOn(text, tokens, next)) {
			next += 1;
			continue;
		} else if (part === null || !mayFollow(part, last, form)) break;
		else if (part === 'digits') current = Number(form);
		else if (part === 'unit') current += units.indexOf(form);
		else if (part === 'tens') current += tens.indexOf(form) * 10;
		else if (part === 'hundred') current *= 100;
		else if (current === 0) sum *= scales.get(form)!;
		else [sum, current] = [sum + current * scales.get(form)!, 0];
		last = part ?? last;
		next += 1;
	}
	// Twelve digits are more than any text has, and hide what 1.1 * 100 leaves at the end.
	return last === null ? null : { value: Number((sum + current).toPrecision(12)), next };
}

function partOf(form: string, isNumber: boolean): Part | null {
	if (isNumber) return 'digits';
	if (units.includes(form)) return 'unit';
	if (form !== '_' && tens.includes(form)) return 'tens';
	if (form === 'hundred') return 'hundred';
	return scales.has(form) ? 'scale' : null;
}

function mayFollow(part: Part, last: Part | null, form: string): boolean {
	if (part === 'digits') return last === null;
	if (part === 'hundred') return last !== null && last !== 'hundred' && last !== 'scale';
	if (part === 'scale') return last !== null;
	if (last === 'tens') return part === 'unit' && units.indexOf(form) < 10 && form !== 'zero';
	return last === null || last === 'hundred' || last === 'scale';
}

/** “A hundred”; but “half a dozen” is no dozen. */
function isOneOf(text: string, tokens: readonly Token[], at: number): boolean {
	const next = tokens[at + 1];
	if (tokens[at]!.form !== 'a' || !next || tokens[at - 1]?.form === 'half') return false;
	return follows(text, tokens[at]!, next) && (next.form === 'hundred' || scales.has(next.form));
}

/** Whether behind this “and” the number goes on: “a hundred and two”, not “a hundred and more”. */
function goesOn(text: string, tokens: readonly Token[], and: number): boolean {
	const next = tokens[and + 1];
	if (!next || !follows(text, tokens[and]!, next)) return false;
	const part = partOf(next.form, next.isNumber);
	return part === 'unit' || part === 'tens';
}

const follows = (text: string, one: Token, other: Token): boolean =>
	/^(?:\s*|-)$/u.test(text.slice(one.end, other.start));
