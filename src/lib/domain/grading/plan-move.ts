/** Where the work of a student goes who changes classrooms: to the same assignment there, or along with the student. */

export type Assigned = {
	id: string;
	lesson: string;
	editionId: string;
	/** Ids of the exercises that are asked, as JSON; null: the whole lesson. */
	exercises: string | null;
	createdAt: number;
};

export type Move = {
	from: string;
	/** The assignment of the other classroom that asks the same; null where there is none. */
	twin: string | null;
};

/**
 * Pairs what was assigned with what asks the very same of the other classroom: lesson, edition and exercises. What was
 * given more than once is paired in order, and no twin is taken twice.
 */
export function planMove(sources: readonly Assigned[], targets: readonly Assigned[]): Move[] {
	const free = targets.toSorted(byAge);
	return sources.toSorted(byAge).map(({ id, ...asked }) => {
		const place = free.findIndex((target) => asksTheSame(target, asked));
		const [twin] = place < 0 ? [] : free.splice(place, 1);
		return { from: id, twin: twin?.id ?? null };
	});
}

const byAge = (a: Assigned, b: Assigned) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

function asksTheSame(one: Omit<Assigned, 'id'>, other: Omit<Assigned, 'id'>): boolean {
	return one.lesson === other.lesson && one.editionId === other.editionId && asked(one) === asked(other);
}

/** The same exercises in another order are the same part. */
function asked({ exercises }: Pick<Assigned, 'exercises'>): string {
	return exercises === null ? '' : (JSON.parse(exercises) as string[]).toSorted().join(' ');
}
