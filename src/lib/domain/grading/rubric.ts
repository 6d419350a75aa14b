/**
 * A rubric with levels. The points of the chosen levels are summed; more than the exercise has cannot be earned, so the sum
 * is cut there. A teacher may give other points than the sum.
 */
export type Rubric = readonly {
	readonly criterion: string;
	/** Whole or half points. */
	readonly levels: readonly { readonly points: number; readonly text: string }[];
}[];

/** For each criterion the place of the chosen level, from 0; null where none is chosen yet. */
export type ChosenLevels = readonly (number | null)[];

export type ChosenLevel = { criterion: string; points: number; text: string };

/**
 * What the chosen levels come to, in hundredths.
 *
 * @param possible hundredths that the exercise has
 * @returns null until every criterion has its level
 */
export function pointsOfLevels(rubric: Rubric, chosen: ChosenLevels, possible: number): number | null {
	let sum = 0;
	for (const [index, { levels }] of rubric.entries()) {
		const level = levels[chosen[index] ?? -1];
		if (!level) return null;
		sum += Math.round(level.points * 100);
	}
	return rubric.length === 0 ? null : Math.min(sum, possible);
}

/** The chosen levels as this rubric can have them; null where none is chosen. */
export function fitLevels(rubric: Rubric, chosen: ChosenLevels): ChosenLevels | null {
	const fitting = rubric.map(({ levels }, index) => {
		const level = chosen[index] ?? null;
		return level !== null && levels[level] ? level : null;
	});
	return fitting.some((level) => level !== null) ? fitting : null;
}

/** The words of each chosen level, in the order of the rubric. */
export function levelsInWords(rubric: Rubric, chosen: ChosenLevels): ChosenLevel[] {
	return rubric.flatMap(({ criterion, levels }, index) => {
		const level = levels[chosen[index] ?? -1];
		return level ? [{ criterion, points: level.points, text: level.text }] : [];
	});
}

/** Reads what `JSON.stringify` made of chosen levels; null for what is none. */
export function readLevels(stored: string | null): ChosenLevels | null {
	if (stored === null) return null;
	try {
		const levels: unknown = JSON.parse(stored);
		if (!Array.isArray(levels)) return null;
		return levels.map((level) => (Number.isSafeInteger(level) && level >= 0 ? (level as number) : null));
	} catch {
		return null;
	}
}
