import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { loadKinds } from './src/lib/exercises/load-kinds.ts';
import { readCourse } from './src/lib/server/lessons/lesson-catalog.ts';

/**
 * Left alone, a lesson arrives in some twenty small scripts. Groups make few of them: what every page runs on, what a
 * lesson does, and what explains an answer. A group takes only what its test names, or each would drag the others along.
 */
const chunks = {
	includeDependenciesRecursively: false,
	groups: [
		{
			name: 'runtime',
			test: /node_modules(?!\/(?:diff|valibot)\/|.*\/svelte\/src\/(?:animate|easing|motion|reactivity\/(?!create-subscriber))\b)|vite\/preload-helper|\/src\/lib\/(?:ui\/site\/|ui\/When|domain\/(?:local-time|grading\/(?:points|result|late-rule)|lessons\/library))/,
		},
		{ name: 'paper', test: /Worksheet|PaperLesson|PaperHead|OnPaper|numbered-lines/ },
		{
			name: 'more-kinds',
			test: /\/svelte\/src\/(?:animate|easing)\/|\/src\/lib\/exercises\/(?:sort|match|order|essay|claim-ledger|neutral-rewrite|spot-the-change)\/(?!.*[Rr]eview).*\.svelte/,
		},
		{
			name: 'library',
			test: /\/src\/lib\/(?:ui\/library\/(?:Passage|fetch-passages)|exercises\/check-authority\/Player)/,
		},
		{ name: 'list', test: /\/src\/lib\/ui\/(?:document\/(?:List|KeysHelp)|keys\/)/ },
		{
			name: 'review',
			test: /\/src\/lib\/(?:exercises\/.*(?:[Rr]eview|Account)|ui\/(?:challenge\/Disagree|pinned\/|explanations\/|exercise\/(?:BesideModels|Cards|Reasons|Verdict)|form\/WordsForm)|domain\/grading\/rul)/,
		},
		{
			name: 'lesson',
			test: /\/src\/lib\/(?:ui\/(?:lesson|document|library|challenge|exercise)\/|ui\/grading\/ChosenLevels|exercises\/|domain\/(?:(?:documents|marking|spans)\/|measures\/(?:class-layer|heat-map)))/,
		},
	],
};

/** Kit asks for `strict` entries; such a grouping needs them to be able to export more than they were written with. */
const fewScripts: Plugin = {
	name: 'few-scripts',
	config: {
		order: 'post',
		handler: ({ build }) =>
			build?.ssr
				? {}
				: {
						build: {
							rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { codeSplitting: chunks } },
						},
					},
	},
};

/** A faulty lesson is named while building, by file and line; it does not stop the build, and is left out when served. */
const namesFaultyLessons: Plugin = {
	name: 'names-faulty-lessons',
	apply: 'build',
	async buildStart() {
		if (!this.environment.config.build.ssr) return;
		const { kinds, scorers } = await loadKinds();
		const { findings } = readCourse(process.env.LESSONS_DIR ?? 'lessons', kinds, scorers);
		for (const { file, line, level, message } of findings) {
			if (level === 'error') this.warn(`${file}:${line}: ${message}`);
		}
	},
};

export default defineConfig({
	plugins: [sveltekit(), fewScripts, namesFaultyLessons],
	build: { target: 'es2023' },
});
