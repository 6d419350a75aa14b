/** What can be asked about a claim, in the order in which it is asked; the evidence comes before the status. */
export const ledgerParts = ['type', 'who', 'status', 'settle'] as const;
export type LedgerPart = (typeof ledgerParts)[number];

export const partWording: Record<LedgerPart, string> = {
	type: 'Kind of claim',
	who: 'Who says it',
	status: 'Status',
	settle: 'What would settle it',
};
