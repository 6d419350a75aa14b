/** How a total came about, in sentences that a student can check with a pocket calculator. */
import type { GroupTotal, Part, Total } from './gradebook.ts';
import { percentInWords } from './points.ts';

/**
 * One paragraph a category, and one for the total where there are several.
 *
 * @param titleOf the title of an assignment
 */
export function totalInSentences(total: Total, titleOf: (assignmentId: string) => string): string[] {
	if (total.share === null) return ['Nothing counts yet, so there is no total.'];
	const several = total.groups.length > 1;
	const groups = total.groups.map((group) => groupInSentences(group, several || group.id !== null, titleOf));
	const outcome = `The total is ${percentInWords(total.share)}.`;
	if (!several) return [...groups, outcome];

	const counted = total.groups.filter(({ weight }) => weight > 0);
	const unweighted = total.groups.filter(({ weight }) => weight === 0);
	const none = unweighted.map(({ name }) => `${name} has no weight and does not count. `).join('');
	return [...groups, `${none}All together: ${meanInWords(counted, total.share)}. ${outcome}`];
}

function groupInSentences(group: GroupTotal, isNamed: boolean, titleOf: (id: string) => string): string {
	const kept = group.parts.filter(({ dropped }) => !dropped);
	const sentence = `${droppedInWords(group.parts, titleOf)}${meanInWords(kept, group.share)}.`;
	return isNamed ? `${group.name}: ${sentence}` : sentence.replace(/^the/, 'The');
}

function droppedInWords(parts: readonly Part[], titleOf: (id: string) => string): string {
	const dropped = parts.filter((part) => part.dropped);
	if (dropped.length === 0) return '';
	const names = dropped.map(({ assignmentId, share }) => `“${titleOf(assignmentId)}” (${exactPercent(share)})`);
	const they = dropped.length === 1 ? 'the lowest is dropped' : `the ${dropped.length} lowest are dropped`;
	return `${they}: ${names.join(', ')}. What remains: `;
}

/** "(2 × 85% + 1 × 64%) ÷ 3 = 78%"; without the weights where they are all the same. */
function meanInWords(all: readonly { weight: number; share: number }[], mean: number): string {
	const [first] = all;
	if (all.length === 1 && first) return exactPercent(first.share);
	const alike = all.every(({ weight }) => weight === first?.weight);
	const terms = all.map(({ weight, share }) => `${alike ? '' : `${weightInWords(weight)} × `}${exactPercent(share)}`);
	const divisor = alike ? String(all.length) : weightInWords(all.reduce((sum, { weight }) => sum + weight, 0));
	return `(${terms.join(' + ')}) ÷ ${divisor} = ${exactPercent(mean)}`;
}

/** With up to two decimals: of rounded numbers the sum would not come out. */
const exactPercent = (share: number) => `${Number((share * 100).toFixed(2))}%`;

/** `150` -> "1.5". */
const weightInWords = (hundredths: number) => String(hundredths / 100);
