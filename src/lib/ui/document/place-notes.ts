/**
 * Tops of notes in a margin, each as near to its line as its neighbours allow. The held one stands exactly at its line
 * and the others make room for it upwards and downwards. All numbers are pixels; notes come in reading order.
 */
export function placeNotes(
	notes: readonly { line: number; height: number }[],
	gap: number,
	held: number | null = null,
): number[] {
	const tops = notes.map(({ line }) => line);
	const from = held ?? 0;
	for (let index = from + 1; index < notes.length; index += 1) {
		const above = (tops[index - 1] ?? 0) + (notes[index - 1]?.height ?? 0) + gap;
		tops[index] = Math.max(tops[index] ?? 0, above);
	}
	for (let index = from - 1; index >= 0; index -= 1) {
		const below = (tops[index + 1] ?? 0) - gap - (notes[index]?.height ?? 0);
		tops[index] = Math.min(tops[index] ?? 0, below);
	}
	// What was pushed out at the top pushes everything down again.
	const overhang = Math.max(0, -(tops[0] ?? 0));
	if (overhang === 0) return tops;
	tops[0] = 0;
	for (let index = 1; index < notes.length; index += 1) {
		const above = (tops[index - 1] ?? 0) + (notes[index - 1]?.height ?? 0) + gap;
		tops[index] = Math.max(tops[index] ?? 0, above);
	}
	return tops;
}
