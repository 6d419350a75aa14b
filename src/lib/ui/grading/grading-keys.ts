/** The keys of the grading pages. A single letter never does anything while somebody types, and can be switched off. */

export type GradingDeeds = {
	student(step: 1 | -1): void;
	exercise(step: 1 | -1): void;
	/** Chooses a level, from 0, of the next criterion. */
	level(index: number): boolean;
	goTo(field: 'points' | 'comment'): void;
	saveAndGoOn(): void;
	leaveField(): void;
	showKeys(): void;
};

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** Does what a key asks for; false leaves the key to the browser. */
export function pressGradingKey(key: Key, deeds: GradingDeeds, state: { typing: boolean; letters: boolean }): boolean {
	if (key.isComposing) return false;
	if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) return done(() => deeds.saveAndGoOn());
	if (key.key === 'Escape' && state.typing) return done(() => deeds.leaveField());
	if (state.typing || !state.letters || key.ctrlKey || key.metaKey || key.altKey) return false;
	if (/^[1-9]$/u.test(key.key)) return deeds.level(Number(key.key) - 1);
	switch (key.key.toLowerCase()) {
		case 'j':
			return done(() => deeds.student(1));
		case 'k':
			return done(() => deeds.student(-1));
		case 'n':
			return done(() => deeds.exercise(1));
		case 'p':
			return done(() => deeds.exercise(-1));
		case 'g':
			return done(() => deeds.goTo('points'));
		case 'c':
			return done(() => deeds.goTo('comment'));
		case '?':
			return done(() => deeds.showKeys());
		default:
			return false;
	}
}

/** Whether letters go into it. */
export function takesLetters(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (target.isContentEditable || target.matches('textarea, select')) return true;
	return (
		target instanceof HTMLInputElement &&
		!/^(?:radio|checkbox|button|submit|reset|range|color|file)$/u.test(target.type)
	);
}

const SWITCH = 'underline:grading-letters';

/** Whether single letters do something: they do until somebody switches them off in this browser. */
export function lettersAreOn(): boolean {
	try {
		return localStorage.getItem(SWITCH) !== 'off';
	} catch {
		return true;
	}
}

export function switchLetters(on: boolean): void {
	try {
		localStorage.setItem(SWITCH, on ? 'on' : 'off');
	} catch {
		// A browser that keeps nothing forgets it with the page.
	}
}

function done(action: () => void): true {
	action();
	return true;
}
