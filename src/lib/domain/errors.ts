/** What can go wrong in the product's own words. One place (hooks) maps each to a status. */

export class DomainError extends Error {
	override name = 'DomainError';
}

/** It is not there, or not there for this person: the two look alike. */
export class NotFound extends DomainError {
	override name = 'NotFound';
	constructor(message = 'There is nothing here, or nothing that you may see.') {
		super(message);
	}
}

/** The person can mend this: the message says what to do, and what was typed is kept. */
export class Invalid extends DomainError {
	override name = 'Invalid';
	/** The form field it belongs to, where there is one. */
	readonly field: string | undefined;
	constructor(message: string, field?: string) {
		super(message);
		this.field = field;
	}
}

/** Somebody else (or another tab) was first. `current` is what is there now. */
export class Conflict extends DomainError {
	override name = 'Conflict';
	readonly current: unknown;
	constructor(message: string, current?: unknown) {
		super(message);
		this.current = current;
	}
}

/** The classroom is kept to be read: nothing in it changes any more. */
export class InArchive extends Conflict {
	override name = 'InArchive';
	constructor() {
		super('This classroom is in the archive, so nothing in it can be changed. A teacher can take it out again.');
	}
}

/** Too many failed tries. */
export class TooMany extends DomainError {
	override name = 'TooMany';
	readonly retryAfterSeconds: number;
	constructor(message: string, retryAfterSeconds: number) {
		super(message);
		this.retryAfterSeconds = retryAfterSeconds;
	}
}
