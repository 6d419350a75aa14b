/**
 * Runs in the page before anything else: presses the keys of a person who marks the second and third word, as soon as
 * the page says that it lives, and notes on `<html>` when that was and when the mark stood in the text. Milliseconds
 * since the navigation began.
 */
export function watchForMark(): void {
	const keys = [
		{ key: 'ArrowRight', shiftKey: false },
		{ key: 'ArrowRight', shiftKey: true },
		{ key: '1', shiftKey: false },
	];

	const markOnce = () => {
		const html = document.documentElement;
		if (html.dataset.firstMarkAt !== undefined) return;
		const text = document.querySelector<HTMLElement>('[role="group"][aria-label="The text"]');
		text?.focus();
		for (const key of keys)
			text?.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
		requestAnimationFrame(() => {
			if (text?.querySelector('mark') && html.dataset.firstMarkAt === undefined)
				html.dataset.firstMarkAt = String(performance.now());
			markOnce();
		});
	};

	new MutationObserver((_, observer) => {
		const html = document.documentElement as HTMLElement | null;
		if (html?.dataset.hydrated === undefined) return;
		observer.disconnect();
		html.dataset.hydratedAt = String(performance.now());
		markOnce();
	}).observe(document, { attributes: true, childList: true, subtree: true });
}
