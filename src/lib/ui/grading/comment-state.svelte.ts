/** Words on the whole work while they are being written. */
import { saveComment } from './save-decision.ts';
import type { Unsaved } from './unsaved.ts';

const PAUSE_MS = 1_000;
const TRY_AGAIN_MS = 5_000;

export class CommentState implements Unsaved {
	text = $state('');
	/** What somebody else wrote meanwhile, until one of the two is chosen. */
	theirs = $state<string | null>(null);
	said = $state('');
	/** What is on the server, as far as this page knows. */
	before = $state('');

	#isUnsaved = false;
	readonly #address: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** One after the other. */
	#turns: Promise<unknown> = Promise.resolve();

	constructor(address: string, before: string, typed: string | undefined) {
		this.#address = address;
		this.before = before;
		this.text = typed ?? before;
		this.#isUnsaved = typed !== undefined;
	}

	get isUnsaved(): boolean {
		return this.#isUnsaved || this.theirs !== null;
	}

	changed(): void {
		this.#isUnsaved = true;
		this.said = '';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
	}

	flush(leaving = false): Promise<boolean> {
		clearTimeout(this.#timer);
		const turn = this.#turns.then(() => {
			if (this.theirs !== null) return false;
			return this.#isUnsaved ? this.#send(leaving) : true;
		});
		this.#turns = turn;
		return turn;
	}

	async #send(leaving: boolean): Promise<boolean> {
		const comment = this.text;
		const outcome = await saveComment(this.#address, { comment, before: this.before }, leaving);
		if (outcome.is === 'saved') {
			this.before = comment.trim();
			this.#isUnsaved = this.text !== comment;
			this.said = 'Draft saved.';
			return !this.#isUnsaved;
		}
		if (outcome.is === 'conflict') {
			this.theirs = outcome.current.comment;
			return false;
		}
		this.said = outcome.is === 'refused' ? outcome.message : 'The server cannot be reached. Your words stay here.';
		if (outcome.is === 'unreachable') this.#timer = setTimeout(() => void this.flush(), TRY_AGAIN_MS);
		return false;
	}

	keepMine(): void {
		this.before = this.theirs ?? this.before;
		this.theirs = null;
		this.changed();
	}

	takeTheirs(): void {
		this.text = this.theirs ?? this.text;
		this.before = this.text;
		this.theirs = null;
		this.#isUnsaved = false;
	}
}
