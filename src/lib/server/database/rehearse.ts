import type { Store } from './store.ts';

/**
 * Plays something through on the real data, and undoes all of it: what it reads is what it wrote, and none of it is ever
 * seen by anybody else or stays. Other writers wait meanwhile, so it is for what takes a moment.
 */
export async function rehearse<Result>(store: Store, play: (store: Store) => Promise<Result>): Promise<Result> {
	const curtain = new Error('The rehearsal is over.');
	const outcome: Result[] = [];
	try {
		await store.write(async (transaction) => {
			// Inside, everything is the one transaction that is about to be undone.
			const stage: Store = {
				read: transaction,
				write: async (work) => work(transaction),
				close: () => undefined,
			};
			outcome.push(await play(stage));
			throw curtain;
		});
	} catch (problem) {
		if (problem !== curtain) throw problem;
	}
	return outcome[0] as Result;
}
