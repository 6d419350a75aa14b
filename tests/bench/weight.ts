/** What a browser has to fetch, build and wait for until words can be marked. */
import { chromium, type Browser, type Page } from '@playwright/test';
import { launchOptions } from '../../src/cli/chromium.js';
import { buildLongLesson } from './long-lesson.ts';
import { LESSON } from './people.ts';
import { aimed, inMilliseconds, inThousands, median, seen, type Row } from './rows.ts';
import { serve, type Setting } from './setting.ts';
import { watchForMark } from './watch-for-mark.ts';

const MOST_SCRIPT_BYTES = 60_000;
const MOST_REQUESTS = 12;
const MOST_NODES = 5_000;
const MOST_MS = 500;
const PATIENCE_MS = 30_000;

type Weighed = {
	/** Bytes on the wire, compressed, by what they are. */
	bytes: Record<'document' | 'script' | 'stylesheet' | 'font' | 'other', number>;
	/** Besides fonts. */
	requests: number;
	/** A line each, the heaviest first. */
	fetched: string[];
	nodes: number;
	elements: number;
	/** Milliseconds since the navigation began. */
	hydratedAt: number;
	markedAt: number;
};

export async function measureWeight(setting: Setting): Promise<Row[]> {
	const long = await buildLongLesson();
	const real = await serve(setting, 'page weight');
	const longer = await serve(setting, 'page weight, 3,000 words', long.built, { LESSONS_DIR: long.lessons });
	const browser = await chromium.launch(await launchOptions());
	try {
		const asItIs: Weighed[] = [];
		const threeThousand: Weighed[] = [];
		// One round more than is counted: the first warms up server and browser.
		for (let round = 0; round <= setting.rounds; round++) {
			asItIs.push(await weigh(browser, real.server.origin + LESSON));
			threeThousand.push(await weigh(browser, longer.server.origin + LESSON));
		}
		setting.onProfile?.('What the lesson page fetches', `\n${asItIs.at(-1)?.fetched.join('\n') ?? ''}`);
		return [...rowsOf('lesson page', asItIs.slice(1)), ...rowsOf('lesson page of 3,000 words', threeThousand.slice(1))];
	} finally {
		await browser.close();
		await real.stop();
		await longer.stop();
	}
}

/** A first visit: nothing is in the cache. */
async function weigh(browser: Browser, address: string): Promise<Weighed> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	const page = await context.newPage();
	const bytes: Weighed['bytes'] = { document: 0, script: 0, stylesheet: 0, font: 0, other: 0 };
	const fetched: { bytes: number; path: string }[] = [];
	const sizes: Promise<void>[] = [];
	page.on('requestfinished', (request) => {
		// The mark that we make is saved; that is not a part of loading.
		if (request.method() !== 'GET') return;
		const type = request.resourceType();
		const kind = type in bytes ? (type as keyof typeof bytes) : 'other';
		sizes.push(
			request.sizes().then(({ responseBodySize }) => {
				bytes[kind] += responseBodySize;
				if (kind !== 'font') fetched.push({ bytes: responseBodySize, path: new URL(request.url()).pathname });
			}),
		);
	});
	await page.addInitScript(watchForMark);
	await page.goto(address, { waitUntil: 'load' });
	const times = await untilMarked(page);
	await page.waitForLoadState('networkidle');
	await Promise.all(sizes);
	const counts = await page.evaluate(countNodes);
	await context.close();
	fetched.sort((a, b) => b.bytes - a.bytes);
	const lines = fetched.map((each) => `${kilobytes(each.bytes).padStart(9)}  ${each.path}`);
	return { bytes, requests: fetched.length, fetched: lines, ...counts, ...times };
}

async function untilMarked(page: Page) {
	await page.waitForFunction(() => document.documentElement.dataset.firstMarkAt !== undefined, undefined, {
		timeout: PATIENCE_MS,
	});
	return page.evaluate(() => {
		const { hydratedAt, firstMarkAt } = document.documentElement.dataset;
		return { hydratedAt: Number(hydratedAt), markedAt: Number(firstMarkAt) };
	});
}

/** Everything in the document, texts and comments included. */
function countNodes() {
	let nodes = 0;
	const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
	while (walker.nextNode()) nodes += 1;
	return { nodes, elements: document.querySelectorAll('*').length };
}

function rowsOf(what: string, all: Weighed[]): Row[] {
	const of = (value: (weighed: Weighed) => number) => median(all.map(value));
	const script = of(({ bytes }) => bytes.script);
	const requests = of((each) => each.requests);
	const nodes = of((each) => each.nodes);
	const elements = of((each) => each.elements);
	const markedAt = of((each) => each.markedAt);
	const hydratedAt = of((each) => each.hydratedAt);
	const style = of(({ bytes }) => bytes.stylesheet);
	const font = of(({ bytes }) => bytes.font);
	const page = of(({ bytes }) => bytes.document);
	const row = (name: string, measured: string, aim: string, isMet: boolean, numbers: Record<string, number>) =>
		aimed({ part: 'weight', what: `${what}: ${name}`, measured, aim, isMet, numbers });
	return [
		row('JavaScript, compressed', kilobytes(script), 'at most 60 kB', script <= MOST_SCRIPT_BYTES, { script }),
		row('requests besides fonts', String(requests), 'at most 12', requests <= MOST_REQUESTS, { requests }),
		row(
			'DOM nodes',
			`${inThousands(nodes)} (${inThousands(elements)} elements)`,
			'at most 5,000',
			nodes <= MOST_NODES,
			{ nodes, elements },
		),
		row(
			'until a word was marked by key',
			`${inMilliseconds(markedAt)} (hydrated at ${inMilliseconds(hydratedAt)})`,
			'within 500 ms',
			markedAt <= MOST_MS,
			{ markedAt, hydratedAt },
		),
		seen('weight', `${what}: CSS, fonts, HTML`, [style, font, page].map(kilobytes).join(', '), { style, font, page }),
	];
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
