/** One PUT of a draft, and what came of it, in cases that a page can act on. */
import type { ChosenLevels } from '../../domain/grading/rubric.ts';
import type { Meanwhile } from '../../domain/grading/deciding.ts';

export type DraftToSave = {
	points: string;
	comment: string;
	levels: ChosenLevels;
	gradeId: string;
	draftRevision: number;
};

export type Outcome<Current> =
	| { is: 'saved'; revision: number }
	/** Somebody else was first; this is what is there now. */
	| { is: 'conflict'; message: string; current: Current }
	/** The server will not take this, now or later. */
	| { is: 'refused'; message: string }
	/** No answer from the server: it may work in a while. */
	| { is: 'unreachable' };

/** Browsers allow 64 KiB for a request that outlives its page. */
const KEEPALIVE_BYTES = 60_000;
const REPLY_MAY_TAKE_MS = 20_000;

export const saveDraft = (address: string, exerciseId: string, draft: DraftToSave, leaving: boolean) =>
	put<Meanwhile>(`${address}/drafts/${exerciseId}`, draft, leaving);

export const saveComment = (address: string, words: { comment: string; before: string }, leaving: boolean) =>
	put<{ comment: string }>(`${address}/comment`, words, leaving);

async function put<Current>(path: string, content: unknown, leaving: boolean): Promise<Outcome<Current>> {
	const body = JSON.stringify(content);
	try {
		const response = await fetch(path, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body,
			keepalive: leaving && new Blob([body]).size < KEEPALIVE_BYTES,
			signal: AbortSignal.timeout(REPLY_MAY_TAKE_MS),
		});
		if (response.status >= 500) return { is: 'unreachable' };
		const reply = (await response.json()) as { revision?: number; message?: string; current?: Current | null };
		if (response.ok) return { is: 'saved', revision: reply.revision ?? 0 };
		const message = reply.message ?? 'This could not be saved.';
		if (response.status === 409 && reply.current) return { is: 'conflict', message, current: reply.current };
		return { is: 'refused', message: response.status === 404 ? SIGNED_OUT : message };
	} catch {
		return { is: 'unreachable' };
	}
}

const SIGNED_OUT =
	'This work cannot be found for you. Perhaps you signed out in another tab. What you typed still stands here.';
