/**
 * Arrow keys walk a table from cell to cell (WAI-ARIA grid pattern): one tab stop for the whole table, wherever the
 * reader was last. It touches the elements themselves, so that a step costs the same in twelve thousand cells as in ten.
 */
import type { Attachment } from 'svelte/attachments';

const PAGE = 10;
type Place = { row: number; column: number };

/** `open` is told of Enter on a cell that is no link or button itself. */
export function walkCells(open: (cell: HTMLTableCellElement) => void): Attachment<HTMLTableElement> {
	return (table) => {
		let stop: HTMLElement | null = null;
		for (const control of table.querySelectorAll<HTMLElement>('a, button')) control.tabIndex = -1;
		letTabReach(controlIn(table.tBodies[0]?.rows[0]?.cells[0]));

		function letTabReach(element: HTMLElement | null) {
			if (stop) stop.tabIndex = -1;
			stop = element;
			if (stop) stop.tabIndex = 0;
		}

		function onfocusin({ target }: FocusEvent) {
			if (target instanceof HTMLElement && target !== table) letTabReach(target);
		}

		function onkeydown(event: KeyboardEvent) {
			const cell = cellOf(event.target);
			if (!cell || event.altKey || event.metaKey) return;
			if (event.key === 'Enter' && event.target === cell) {
				open(cell);
				event.preventDefault();
				return;
			}
			const rows = [...table.rows].filter((row) => !row.hidden);
			const from = { row: rows.indexOf(cell.parentElement as HTMLTableRowElement), column: cell.cellIndex };
			const to = step(event, from, { row: rows.length - 1, column: (rows[0]?.cells.length ?? 1) - 1 });
			if (!to) return;
			event.preventDefault();
			const goal = rows[to.row]?.cells[to.column];
			const element = controlIn(goal);
			if (!goal || !element) return;
			if (element === goal) goal.tabIndex = -1;
			element.focus({ preventScroll: true });
			goal.scrollIntoView({ block: 'nearest', inline: 'nearest' });
		}

		function onclick(event: MouseEvent) {
			const cell = cellOf(event.target);
			if (cell && cell.tagName === 'TD' && !(event.target as Element).closest('a, button')) open(cell);
		}

		table.addEventListener('focusin', onfocusin);
		table.addEventListener('keydown', onkeydown);
		table.addEventListener('click', onclick);
		return () => {
			table.removeEventListener('focusin', onfocusin);
			table.removeEventListener('keydown', onkeydown);
			table.removeEventListener('click', onclick);
		};
	};
}

const cellOf = (target: EventTarget | null) =>
	target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null;
const controlIn = (cell: HTMLTableCellElement | undefined): HTMLElement | null =>
	cell?.querySelector<HTMLElement>('a, button') ?? cell ?? null;

function step({ key, ctrlKey }: KeyboardEvent, { row, column }: Place, last: Place): Place | null {
	const within = (place: Place) => ({
		row: Math.min(Math.max(place.row, 0), last.row),
		column: Math.min(Math.max(place.column, 0), last.column),
	});
	if (key === 'ArrowLeft') return within({ row, column: column - 1 });
	if (key === 'ArrowRight') return within({ row, column: column + 1 });
	if (key === 'ArrowUp') return within({ row: row - 1, column });
	if (key === 'ArrowDown') return within({ row: row + 1, column });
	if (key === 'PageUp') return within({ row: row - PAGE, column });
	if (key === 'PageDown') return within({ row: row + PAGE, column });
	// The first row holds the titles, the one after it the first student.
	if (key === 'Home') return { row: ctrlKey ? Math.min(1, last.row) : row, column: 0 };
	if (key === 'End') return { row: ctrlKey ? last.row : row, column: last.column };
	return null;
}
