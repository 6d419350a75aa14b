/** What the simulated readers are held against. */
import { abilities, type Ability, type Simulated } from './simulate.ts';

export type Figures = {
	what: string;
	value: number;
	unit: string;
	aim: string;
	/** Null where it only informs. */
	isMet: boolean | null;
}[];

type Bound = { atMost: number } | { atLeast: number };

/** Bounds on a whole group; where they differ by ability, each has its own. */
const MOST_REPEATS: Record<Ability, number> = { weak: 12, middle: 12, strong: 7 };
const FEWEST_INTRODUCED: Record<Ability, number> = { weak: 9, middle: 10, strong: 17 };

export function inFigures(readers: readonly Simulated[]): Figures {
	const all = (pick: (one: Simulated) => number[]) => readers.flatMap(pick);
	const group = (ability: Ability) => readers.filter((reader) => reader.ability === ability);
	const spacing = (ability: Ability) => median(group(ability).flatMap((reader) => reader.spacing));
	const estimates = (index: number) => readers.flatMap((reader) => reader.estimates[index] ?? []);
	const errorAfter = (index: number) => mean(estimates(index).map(({ error }) => error)) * 100;
	return [
		figure('fewest sentences in a session', Math.min(...all(({ items }) => items)), '', { atLeast: 12 }),
		figure('most sentences in a session', Math.max(...all(({ items }) => items)), '', { atMost: 12 }),
		figure('shortest session', Math.min(...all(({ minutes }) => minutes)), ' min', { atLeast: 5 }),
		figure('longest session', Math.max(...all(({ minutes }) => minutes)), ' min', { atMost: 10 }),
		figure('smallest share of sound sentences', Math.min(...all(({ soundShare }) => soundShare)) * 100, ' %', {
			atLeast: 50,
		}),
		figure('largest share of sound sentences', Math.max(...all(({ soundShare }) => soundShare)) * 100, ' %', {
			atMost: 50,
		}),
		...abilities.map((ability) => figure(`sessions, ${ability}`, mean(group(ability).map((r) => r.sessions)), '')),
		...abilities.map((ability) =>
			figure(
				`sentences seen again within 30 days, ${ability}`,
				mean(group(ability).map(({ repeats, answers }) => repeats / answers)) * 100,
				' %',
				{ atMost: MOST_REPEATS[ability] },
			),
		),
		...abilities.map((ability) =>
			figure(`techniques met, mean, ${ability}`, mean(group(ability).map(({ introduced }) => introduced)), ' of 18', {
				atLeast: FEWEST_INTRODUCED[ability],
			}),
		),
		figure('days to the next review, median, strong', spacing('strong'), '', { atLeast: 30 }),
		figure('days to the next review, median, weak', spacing('weak'), '', { atMost: 7 }),
		figure(
			'days until a technique came back after a bad session, median',
			median(all(({ comebacks }) => comebacks)),
			'',
			{
				atMost: 7,
			},
		),
		figure('bad techniques left alone for two weeks at the end, a reader', mean(readers.map((r) => r.neverBack)), '', {
			atMost: 2,
		}),
		figure('pairs for the mirror, mean', mean(readers.map(({ completePairs }) => completePairs)), '', { atLeast: 24 }),
		figure('error of “found” after 10 days', errorAfter(0), ' points'),
		figure('error of “found” after 30 days', errorAfter(1), ' points', { atMost: errorAfter(0) }),
		figure('error of “found” after 90 days', errorAfter(2), ' points', { atMost: Math.min(5, errorAfter(1)) }),
		figure('width of its interval after 90 days', mean(estimates(2).map(({ width }) => width)) * 100, ' points', {
			atMost: 25,
		}),
		figure('intervals that hold the truth', mean(estimates(2).map(({ holds }) => (holds ? 1 : 0))) * 100, ' %', {
			atLeast: 90,
		}),
	];
}

function figure(what: string, value: number, unit: string, bound?: Bound): Figures[number] {
	if (!bound) return { what, value, unit, aim: '', isMet: null };
	const isMet = 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast;
	const limit = 'atMost' in bound ? bound.atMost : bound.atLeast;
	const aim = `${'atMost' in bound ? 'at most' : 'at least'} ${Number(limit.toFixed(1))}${unit}`;
	return { what, value, unit, aim, isMet };
}

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
