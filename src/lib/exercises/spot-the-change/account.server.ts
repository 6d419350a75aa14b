/** How the points come about: half a change for finding it, half for its effect; a mark that meets none costs half. */
import {
	add,
	atLeastZero,
	divide,
	fraction,
	multiply,
	roundHalfUp,
	subtract,
	zero,
	type Fraction,
} from '../../domain/marking/fraction.ts';
import type { Change, SpotTheChangeInput } from './key.server.ts';
import { isEffectRight, meet, type Met } from './meet.server.ts';

const HALF = fraction(1, 2);

export type ChangeAccount = {
	change: Change;
	/** Indexes of the marks that found it, in the order of the answer. */
	found: number[];
	/** Those that lie at it, too wide or too narrow. */
	near: number[];
	/** How many of those that found it name a right effect. */
	right: number;
};

export type Account = {
	changes: ChangeAccount[];
	/** Indexes of the marks that met no change. */
	imagined: number[];
	/** In changes: 3 1/2 is three and a half. */
	credit: Fraction;
	cost: Fraction;
	/** Changes that count. */
	counting: number;
	/** Hundredths of points. */
	earned: number;
};

/** Found in both texts and given two effects, a change earns for the share of them that is right: no gain from saying everything. */
export function accountOf(input: SpotTheChangeInput): Account {
	const met = meet(input);
	const changes = input.key.changes.map((change) => accountOfChange(change, met, input));
	const counted = changes.filter(({ change }) => !change.minor);
	const credit = counted.map(creditOf).reduce(add, zero);
	const cost = multiply(HALF, fraction(met.imagined.length));
	const share = counted.length === 0 ? zero : divide(atLeastZero(subtract(credit, cost)), fraction(counted.length));
	const earned = roundHalfUp(multiply(share, fraction(input.points * 100)));
	return { changes, imagined: met.imagined, credit, cost, counting: counted.length, earned };
}

function accountOfChange(change: Change, { meetings }: Met, { answer }: SpotTheChangeInput): ChangeAccount {
	const here = meetings.filter((meeting) => meeting.change === change);
	const found = here.filter(({ how }) => how === 'found').map(({ mark }) => mark);
	return {
		change,
		found,
		near: here.filter(({ how }) => how === 'near').map(({ mark }) => mark),
		right: found.filter((index) => {
			const mark = answer.marks[index];
			return mark !== undefined && isEffectRight(change, mark);
		}).length,
	};
}

const creditOf = ({ found, right }: ChangeAccount): Fraction =>
	found.length === 0 ? zero : add(HALF, multiply(HALF, fraction(right, found.length)));
