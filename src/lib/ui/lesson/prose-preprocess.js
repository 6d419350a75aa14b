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

/** What an author may place, by the folder that the prose is in. */
const placed = {
	course: ['lesson/Exercise', 'lesson/Worked', 'lesson/Mark', 'lesson/Sound', 'lesson/Source', 'lesson/TechniqueLink'],
	techniques: [
		'glossary/Marked',
		'glossary/LeftAlone',
		'glossary/Example',
		'glossary/Words',
		'lesson/Source',
		'lesson/TechniqueLink',
	],
};

/**
 * Puts the components that an author may use in scope, so that a prose file needs no script.
 * @returns {import('svelte/compiler').PreprocessorGroup}
 */
export function lessonComponents() {
	return {
		name: 'lesson-components',
		markup: ({ content, filename }) => {
			if (!isProse(filename)) return undefined;
			const paths = /[\\/]techniques[\\/][^\\/]+$/.test(filename ?? '') ? placed.techniques : placed.course;
			const imports = paths.map((path) => `import ${path.split('/').at(-1)} from '$lib/ui/${path}.svelte';`);
			return { code: `<script>\n${imports.join('\n')}\n</script>\n${content}` };
		},
	};
}
