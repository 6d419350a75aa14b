import type { Effect } from '$lib/server/use-cases/rulings/preview-ruling.ts';

/** "12 pieces of work would be scored again: 5 go up, 0 go down, 7 stay." Of a sample it says so. */
export function effectInWords({ attempts, looked, up, down, same }: Effect): string {
	if (attempts === 0) return 'No score would change: no work that is handed in is concerned.';
	const works = attempts === 1 ? 'One piece of work' : `${attempts.toLocaleString('en')} pieces of work`;
	const counts = `${up} ${up === 1 ? 'goes' : 'go'} up, ${down} ${down === 1 ? 'goes' : 'go'} down, ${same} ${same === 1 ? 'stays' : 'stay'}`;
	if (looked === attempts) return `${works} would be scored again: ${counts}.`;
	return `${works} would be scored again. Of ${looked.toLocaleString('en')} that were looked at, spread over all: ${counts}.`;
}
