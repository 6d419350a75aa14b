/** Which students the gradebook shows, and in which order. */
import type { GradebookCell, GradebookRow } from '$lib/server/use-cases/gradebook/view-gradebook.ts';

export const filters = ['everyone', 'missing', 'to grade', 'late'] as const;
export type Filter = (typeof filters)[number];
/** By name, by total, or by the work at a place. */
export type SortKey = 'name' | 'total' | number;

export class Gradebook {
	search = $state('');
	filter = $state<Filter>('everyone');
	sortedBy = $state<SortKey>('name');
	descending = $state(false);

	#rows: () => readonly GradebookRow[];

	constructor(rows: () => readonly GradebookRow[]) {
		this.#rows = rows;
	}

	readonly sorted = $derived.by(() => this.#rows().toSorted(this.#compare()));
	readonly shown = $derived(this.sorted.filter((row) => this.shows(row)).length);

	/** A number is first asked for from the best on, a name from A on; asked for again, the other way round. */
	sortBy(key: SortKey): void {
		this.descending = this.sortedBy === key ? !this.descending : key !== 'name';
		this.sortedBy = key;
	}

	/** For `aria-sort`. */
	orderOf(key: SortKey): 'ascending' | 'descending' | undefined {
		if (this.sortedBy !== key) return undefined;
		return this.descending ? 'descending' : 'ascending';
	}

	/** Rows are hidden rather than taken out: twelve thousand cells are not made again for one letter typed. */
	shows({ name, cells }: GradebookRow): boolean {
		const { filter } = this;
		if (!fold(name).includes(fold(this.search.trim()))) return false;
		if (filter === 'everyone') return true;
		return cells.some(({ standing, late }) => (filter === 'late' ? late : standing === filter));
	}

	#compare(): (a: GradebookRow, b: GradebookRow) => number {
		const { sortedBy: key, descending } = this;
		const byName = (a: GradebookRow, b: GradebookRow) => collator.compare(a.name, b.name);
		if (key === 'name') return (a, b) => (descending ? byName(b, a) : byName(a, b));
		const valueOf = (row: GradebookRow) => (key === 'total' ? row.total : valueOfCell(row.cells[key]));
		return (a, b) => {
			const [first, second] = [valueOf(a), valueOf(b)];
			// What has no number comes last either way.
			if (first === null || second === null) return Number(first === null) - Number(second === null) || byName(a, b);
			return (descending ? second - first : first - second) || byName(a, b);
		};
	}
}

function valueOfCell(cell: GradebookCell | undefined): number | null {
	if (cell?.standing === 'counts') return cell.earned;
	return cell?.standing === 'missing' ? 0 : null;
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });
/** Without case and accents: "yil" finds Yılmaz. */
const fold = (text: string) =>
	text
		.normalize('NFKD')
		.replaceAll(/\p{Mark}/gu, '')
		.toLowerCase()
		.replaceAll('ı', 'i');
