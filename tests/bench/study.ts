/** A thousand simulated readers over ninety days on the real pool: does what is planned for them hold together? */
import { loadKinds } from '../../src/lib/exercises/load-kinds.ts';
import { readCourse } from '../../src/lib/server/lessons/lesson-catalog.ts';
import { simulate } from '../study/simulate.ts';
import { inFigures, type Figures } from '../study/figures.ts';
import { aimed, seen, type Row } from './rows.ts';

const READERS = 1000;
const PART = 'study';

export async function measureStudy(): Promise<Row[]> {
	const { kinds, scorers } = await loadKinds();
	const { practice } = readCourse('lessons', kinds, scorers);
	const figures = inFigures(simulate(practice, READERS, 'bench'));
	return [
		seen(PART, 'sentences; readers, 90 days', `${practice.size}; ${READERS}`, {
			sentences: practice.size,
			readers: READERS,
		}),
		...figures.map(toRow),
	];
}

const toRow = ({ what, value, unit, aim, isMet }: Figures[number]): Row =>
	isMet === null
		? seen(PART, what, `${round(value)}${unit}`, { value })
		: aimed({ part: PART, what, measured: `${round(value)}${unit}`, aim, isMet, numbers: { value } });

const round = (value: number) => String(Number(value.toFixed(1)));
