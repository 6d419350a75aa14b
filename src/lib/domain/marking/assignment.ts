/**
 * The best one-to-one assignment: the Hungarian method with potentials (Kuhn 1955, Munkres 1957; the form of
 * E-Maxx), O(n² m). Own code: no package for it in npm is both small and kept up.
 *
 * @param worth a table of numbers >= 0, one row each of equal length; 0 means that the pair may not be used
 * @returns for each row its column, or null
 */
export function bestAssignment(worth: readonly (readonly number[])[]): (number | null)[] {
	const rows = worth.length;
	const columns = worth[0]?.length ?? 0;
	if (rows === 0 || columns === 0) return worth.map(() => null);
	if (rows > columns) return turnedBack(bestAssignment(transposed(worth)), rows);

	const rowPotential = new Float64Array(rows + 1);
	const columnPotential = new Float64Array(columns + 1);
	const rowOfColumn = new Int32Array(columns + 1);
	const cameFrom = new Int32Array(columns + 1);

	for (let row = 1; row <= rows; row += 1) {
		rowOfColumn[0] = row;
		const slack = new Float64Array(columns + 1).fill(Infinity);
		const isUsed = new Uint8Array(columns + 1);
		let column = 0;
		do {
			isUsed[column] = 1;
			column = nextColumn(column, slack, isUsed);
		} while (rowOfColumn[column] !== 0);
		while (column !== 0) {
			const previous = at(cameFrom, column);
			rowOfColumn[column] = at(rowOfColumn, previous);
			column = previous;
		}
	}

	const columnOfRow: (number | null)[] = worth.map(() => null);
	for (let column = 1; column <= columns; column += 1) {
		const row = at(rowOfColumn, column) - 1;
		if (row >= 0 && (worth[row]?.[column - 1] ?? 0) > 0) columnOfRow[row] = column - 1;
	}
	return columnOfRow;

	/** Relaxes every free column from the row that holds this one, and goes to the cheapest. */
	function nextColumn(from: number, slack: Float64Array, isUsed: Uint8Array): number {
		const row = at(rowOfColumn, from);
		const values = worth[row - 1] ?? [];
		let cheapest = 0;
		let least = Infinity;
		for (let column = 1; column <= columns; column += 1) {
			if (isUsed[column]) continue;
			const cost = -(values[column - 1] ?? 0) - at(rowPotential, row) - at(columnPotential, column);
			if (cost < at(slack, column)) {
				slack[column] = cost;
				cameFrom[column] = from;
			}
			if (at(slack, column) < least) {
				least = at(slack, column);
				cheapest = column;
			}
		}
		for (let column = 0; column <= columns; column += 1) {
			if (isUsed[column]) {
				rowPotential[at(rowOfColumn, column)]! += least;
				columnPotential[column]! -= least;
			} else {
				slack[column]! -= least;
			}
		}
		return cheapest;
	}
}

const at = (numbers: Float64Array | Int32Array, index: number): number => numbers[index] ?? 0;

const transposed = (table: readonly (readonly number[])[]): number[][] =>
	(table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? 0));

function turnedBack(rowOfColumn: (number | null)[], rows: number): (number | null)[] {
	const columnOfRow: (number | null)[] = Array.from({ length: rows }, () => null);
	rowOfColumn.forEach((row, column) => {
		if (row !== null) columnOfRow[row] = column;
	});
	return columnOfRow;
}
