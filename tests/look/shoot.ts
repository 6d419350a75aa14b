/**
 * Takes a picture of a page, to look at:
 * `npx node tests/look/shoot.ts <base url> <path> <out.png> [--dark] [--width 390] [--height N] [--full] [--cookie name=value]`
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../src/cli/chromium.js';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		dark: { type: 'boolean', default: false },
		full: { type: 'boolean', default: false },
		width: { type: 'string', default: '1280' },
		height: { type: 'string', default: '800' },
		cookie: { type: 'string', multiple: true, default: [] },
	},
});
const [base, path, out] = positionals;
if (base === undefined || path === undefined || out === undefined) {
	console.error(
		'usage: npx node tests/look/shoot.ts <base url> <path> <out.png> [--dark] [--width 390] [--height N] [--full] [--cookie name=value]',
	);
	process.exit(2);
}

const browser = await chromium.launch(await launchOptions());
try {
	const width = Number(values.width);
	const context = await browser.newContext({
		viewport: { width, height: Number(values.height) },
		colorScheme: values.dark ? 'dark' : 'light',
		hasTouch: width < 600,
	});
	await context.addCookies(
		values.cookie.map((cookie) => {
			const [name = '', ...rest] = cookie.split('=');
			return { name, value: rest.join('='), url: base };
		}),
	);
	const page = await context.newPage();
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning')
			console.error(`${message.type()}: ${message.text()}`);
	});
	page.on('pageerror', (problem) => {
		console.error(`pageerror: ${problem.message}`);
	});
	const response = await page.goto(new URL(path, base).href, { waitUntil: 'load' });
	// A page without scripts never hydrates; it is worth a picture all the same.
	await page.waitForSelector('html[data-hydrated]', { state: 'attached', timeout: 3000 }).catch(() => {
		console.error('note: html[data-hydrated] did not appear within 3 s');
	});
	await page.evaluate(() => document.fonts.ready);
	await page.screenshot({ path: out, fullPage: values.full });
	console.log(`${String(response?.status() ?? 0)} ${page.url()} -> ${out}`);
} finally {
	await browser.close();
}
