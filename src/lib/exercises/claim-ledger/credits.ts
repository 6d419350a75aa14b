import { creditOf } from '../../domain/documents/credit.ts';
import type { ShownDocument } from '../../domain/documents/document.ts';
import type { ClaimLedgerTask } from './kind.ts';

/** Where the claims come from: one line for a ledger of one text, and beside each claim for a ledger of several. */
export type ClaimCredits = { all: string } | { each: Readonly<Record<string, string>> };

export function creditsOf(
	{ claims, document }: Pick<ClaimLedgerTask, 'claims' | 'document'>,
	documents: Readonly<Record<string, Pick<ShownDocument, 'about'>>>,
): ClaimCredits {
	const named = claims.map((claim) => ({ id: claim.id, from: claim.document ?? document ?? '' }));
	const [first = ''] = named.map(({ from }) => from);
	if (named.every(({ from }) => from === first)) return { all: creditOf(documents[first]) };
	return { each: Object.fromEntries(named.map(({ id, from }) => [id, creditOf(documents[from])])) };
}
