/** Grading without names: a number for each student that says nothing of who it is. */

/** FNV-1a, 32 bits: spreads ids evenly, and is no secret. Nobody who grades is shown an id to try. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return value >>> 0;
}

/**
 * A number for each student, other ones for each assignment, in no order of the class list. Whoever joins later changes
 * nobody's number.
 *
 * @param students in the order in which they joined
 */
export function hiddenNumbers(assignmentId: string, students: readonly string[]): Map<string, number> {
	const numbers = students.length > 300 ? 9_999 : 999;
	const taken = new Set<number>();
	return new Map(
		students.map((student) => {
			let number = (hash(`${assignmentId}/${student}`) % numbers) + 1;
			while (taken.has(number)) number = (number % numbers) + 1;
			taken.add(number);
			return [student, number];
		}),
	);
}

export const hiddenName = (number: number): string => `Student ${number}`;
