/** Svelte preprocessors for lesson prose (`.svx`): they run at build time only. */

const isProse = (/** @type {string | undefined} */ filename) => filename?.endsWith('.svx') ?? false;

/**
 * mdsvex wraps prose in a layout with `{...$$props}`; Svelte 5 refuses that spread beside runes.
 * @returns {import('svelte/compiler').PreprocessorGroup}
 */
export function withoutPropsSpread() {
	return {
		name: 'prose-without-props-spread',
		markup: ({ content, filename }) =>
			isProse(filename) ? { code: content.replaceAll('{...$$props}', '') } : undefined,
	};
}

/**
 * Puts the components that an author may use in scope, so that a lesson file needs no script.
 * @returns {import('svelte/compiler').PreprocessorGroup}
 */
export function lessonComponents() {
	const names = ['Exercise', 'Worked', 'Mark', 'Sound', 'Source'];
	const imports = names.map((name) => `import ${name} from '$lib/ui/lesson/${name}.svelte';`).join('\n');
	return {
		name: 'lesson-components',
		markup: ({ content, filename }) =>
			isProse(filename) ? { code: `<script>\n${imports}\n</script>\n${content}` } : undefined,
	};
}
