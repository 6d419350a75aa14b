import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mdsvex } from 'mdsvex';
import { lessonComponents, withoutPropsSpread } from './src/lib/ui/lesson/prose-preprocess.js';

// A test builds the app around a fixture course; everything else uses lessons/.
const lessons = process.env.LESSONS_DIR ?? 'lessons';
const output = process.env.BUILD_DIR ?? 'build';

/** @type {import('@sveltejs/kit').Config} */
export default {
	extensions: ['.svelte', '.svx'],
	// mdsvex writes `$$props`, which runes mode refuses: prose files decide for themselves, our own components always use runes.
	compilerOptions: {},
	vitePlugin: {
		dynamicCompileOptions: ({ filename }) =>
			filename.endsWith('.svx') || filename.includes('node_modules') ? undefined : { runes: true },
	},
	preprocess: [
		vitePreprocess(),
		mdsvex({ extensions: ['.svx'], smartypants: false }),
		withoutPropsSpread(),
		lessonComponents(),
	],
	kit: {
		adapter: adapter({ out: output, precompress: true }),
		outDir: process.env.BUILD_DIR ? `.svelte-kit-${process.env.BUILD_DIR.replaceAll(/\W+/g, '-')}` : '.svelte-kit',
		alias: { $lessons: lessons },
		csp: {
			mode: 'nonce',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				// Kit's route announcer carries one style attribute.
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'base-uri': ['none'],
			},
		},
		// Small styles ride in the page instead of costing a request each.
		inlineStyleThreshold: 4096,
		version: { pollInterval: 0 },
	},
};
