import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { TooMany } from '../../domain/errors.ts';

/**
 * Counts failed tries only, so that thirty students behind one school address sign in undisturbed.
 * Kept in memory: one process serves everybody, and a restart forgives.
 */
const WINDOW_SECONDS = 15 * 60;
export const FAILURES_PER_ACCOUNT = 10;
export const FAILURES_PER_ADDRESS = 300;

export interface FailureLimits {
	/** Throws TooMany when the account or the address has failed too often. */
	check(address: string, account?: string): Promise<void>;
	noteFailure(address: string, account?: string): Promise<void>;
	/**
	 * Counts a try as failed before its outcome is known, or throws TooMany. Comparing passwords takes a while, and
	 * guesses sent at the same moment would all pass a check that counts afterwards.
	 */
	countTry(address: string, account: string): Promise<void>;
	/** The counted try was right. */
	takeBack(address: string, account: string): Promise<void>;
	forgive(account: string): Promise<void>;
}

export function createFailureLimits(): FailureLimits {
	const accounts = new RateLimiterMemory({ points: FAILURES_PER_ACCOUNT, duration: WINDOW_SECONDS });
	const addresses = new RateLimiterMemory({ points: FAILURES_PER_ADDRESS, duration: WINDOW_SECONDS });

	const check: FailureLimits['check'] = async (address, account) => {
		refuseAfter(FAILURES_PER_ADDRESS, await addresses.get(address));
		if (account !== undefined) refuseAfter(FAILURES_PER_ACCOUNT, await accounts.get(account));
	};

	return {
		check,
		async noteFailure(address, account) {
			await addresses.penalty(address);
			if (account !== undefined) await accounts.penalty(account);
		},
		async countTry(address, account) {
			await check(address, account);
			// Others may have been counted since the check: what counts is the place in the row.
			refuseAfter(FAILURES_PER_ACCOUNT + 1, await accounts.penalty(account));
			refuseAfter(FAILURES_PER_ADDRESS + 1, await addresses.penalty(address));
		},
		async takeBack(address, account) {
			await addresses.reward(address);
			await accounts.reward(account);
		},
		async forgive(account) {
			await accounts.delete(account);
		},
	};
}

function refuseAfter(limit: number, seen: RateLimiterRes | null) {
	if (!seen || seen.consumedPoints < limit) return;
	const seconds = Math.ceil(seen.msBeforeNext / 1000);
	const minutes = Math.max(1, Math.ceil(seconds / 60));
	throw new TooMany(
		`Too many tries that did not work. Please wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again. Nothing is lost.`,
		seconds,
	);
}
