import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/**
 * Left alone, a page arrives in some fifteen small scripts. Two groups halve that: what every page runs on, and what a
 * lesson does.
 */
const chunks = {
	groups: [
		{ name: 'runtime', test: /node_modules|src\/lib\/ui\/(?:site|form)\// },
		{ name: 'lesson', test: /src\/lib\/(?:ui\/(?:lesson|document)|exercises|domain)\// },
	],
};

export default defineConfig(({ isSsrBuild }) => ({
	plugins: [sveltekit()],
	build: {
		target: 'es2023',
		...(isSsrBuild ? {} : { rolldownOptions: { output: { codeSplitting: chunks } } }),
	},
}));
