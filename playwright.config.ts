import { defineConfig } from '@playwright/test';
import { launchOptions } from './src/cli/chromium.js';

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: '.cache/test/e2e',
	fullyParallel: false,
	workers: 2,
	retries: 0,
	// Speed is the bench's question. What hangs is caught by its step; a whole test only has to end some time.
	timeout: 600_000,
	expect: { timeout: 15_000 },
	use: {
		actionTimeout: 30_000,
		navigationTimeout: 30_000,
		launchOptions: await launchOptions(),
		trace: 'off',
		screenshot: 'off',
		video: 'off',
	},
});
