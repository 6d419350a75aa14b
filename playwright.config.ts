import { defineConfig } from '@playwright/test';
import { launchOptions } from './src/cli/chromium.js';

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: '.cache/test/e2e',
	fullyParallel: false,
	workers: 2,
	retries: 0,
	timeout: 30_000,
	use: {
		launchOptions: await launchOptions(),
		trace: 'off',
		screenshot: 'off',
		video: 'off',
	},
});
