/** One PUT of one answer, and what came of it, in cases that a page can act on. */
export type DraftToSave = {
	/** Null before the first save of a practice. */
	attemptId: string | null;
	lesson: string;
	editionId: string;
	exerciseId: string;
	tryNumber: number;
	revision: number;
	answer: unknown;
};

export type SaveOutcome =
	| { is: 'saved'; attemptId: string; revision: number }
	/** Another tab or device was first; this is what is there now. */
	| { is: 'conflict'; attemptId: string | null; revision: number; answer: unknown }
	/** Checked or handed in meanwhile. */
	| { is: 'closed'; message: string }
	/** The server will not take this answer, now or later. */
	| { is: 'refused'; message: string }
	/** No answer from the server: it may work in a while. */
	| { is: 'unreachable' };

/** Browsers allow 64 KiB for a request that outlives its page. */
const KEEPALIVE_BYTES = 60_000;
/** A line that swallows everything would hold up this save, and all behind it, for minutes. */
const REPLY_MAY_TAKE_MS = 20_000;

export async function saveDraft(draft: DraftToSave, leaving: boolean): Promise<SaveOutcome> {
	const body = JSON.stringify({
		...(draft.attemptId === null ? { lesson: draft.lesson } : {}),
		edition: draft.editionId,
		try: draft.tryNumber,
		revision: draft.revision,
		answer: draft.answer,
	});
	const path = `/attempts/${draft.attemptId ?? 'new'}/answers/${draft.exerciseId}`;
	try {
		const response = await fetch(path, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body,
			keepalive: leaving && new Blob([body]).size < KEEPALIVE_BYTES,
			signal: AbortSignal.timeout(REPLY_MAY_TAKE_MS),
		});
		return await readOutcome(response);
	} catch {
		return { is: 'unreachable' };
	}
}

type Reply = {
	attempt?: string;
	revision?: number;
	message?: string;
	current?: { attemptId?: string; revision?: number; answer?: unknown; closed?: boolean } | null;
};

async function readOutcome(response: Response): Promise<SaveOutcome> {
	if (response.status >= 500) return { is: 'unreachable' };
	const reply = (await response.json()) as Reply;
	if (response.ok && reply.attempt !== undefined && reply.revision !== undefined) {
		return { is: 'saved', attemptId: reply.attempt, revision: reply.revision };
	}
	const message = reply.message ?? 'This could not be saved.';
	if (response.status === 409 && reply.current?.closed) return { is: 'closed', message };
	if (response.status === 409 && reply.current?.revision !== undefined) {
		const { attemptId = null, revision, answer } = reply.current;
		return { is: 'conflict', attemptId, revision, answer };
	}
	if (response.status === 404) return { is: 'refused', message: SIGNED_OUT };
	return { is: 'refused', message };
}

const SIGNED_OUT =
	'This work cannot be found for you. Perhaps you signed out in another tab. What you did is kept in this browser: sign in again and reload.';
