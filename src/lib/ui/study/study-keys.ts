/** The keys of a quick call; null leaves a key to the browser. What they press is named by `data-key` on the page. */
export function pressedIn({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): string | null {
	if (ctrlKey || metaKey || altKey) return null;
	if (target instanceof HTMLElement && target.matches('textarea, select, input:not([type=radio])')) return null;
	const pressed = key.toLowerCase();
	if (pressed === 'escape') return 'escape';
	return /^[0-9gfs]$/u.test(pressed) ? pressed : null;
}
