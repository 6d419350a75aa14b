import type { LedgerPart } from './parts.ts';

/** What a person sees of a ledger once feedback is allowed. The evidence itself is in the task. */
export type ClaimLedgerReview = {
	kind: 'claim-ledger';
	headline: string;
	sentences: string[];
	claims: {
		id: string;
		parts: {
			part: LedgerPart;
			/** In words, with its meaning; null where it was left out, and throughout a key review. */
			chosen: { label: string; meaning: string } | null;
			/** The first is the best; another listed one is right too. */
			right: string[];
			isRight: boolean;
			why: string;
		}[];
		/** What was made of every entry of evidence, in the order of the pack. */
		evidence: { id: string; bears: boolean; opened: boolean; restedOn: boolean }[];
		/** What the opening of the evidence came to, in a sentence; empty in a key review. */
		evidenceRemark: string;
	}[];
	/** What each thing could settle, and what not. */
	settle: { text: string; why: string }[];
};
