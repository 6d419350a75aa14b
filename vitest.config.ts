import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './src/cli/chromium.js';

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		maxWorkers: 2,
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['src/**/*.spec.ts', 'tests/**/*.spec.ts', 'lessons/**/*.spec.ts'],
					exclude: ['**/*.svelte.spec.ts', 'tests/e2e/**'],
				},
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['src/**/*.svelte.spec.ts', 'tests/**/*.svelte.spec.ts'],
					exclude: ['tests/e2e/**'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: await launchOptions() }),
						instances: [{ browser: 'chromium' }],
					},
				},
			},
		],
	},
});
