/** The class's numbers as the pages show them. */
import type { Page } from '@playwright/test';
import { whenHydrated } from '../fixtures/test.ts';

/** The rows of the gradebook as they stand, top to bottom: name, total, and each work in its cell. */
export const gradebookRows = (page: Page): Promise<string[][]> =>
	page
		.getByRole('grid')
		.locator('tbody tr:not([hidden])')
		.evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));

/** For every letter of the paragraphs how many people are said to have marked it; null for a paragraph by its own text. */
export const heatOnPage = (page: Page) =>
	page.locator('.text p').evaluateAll((paragraphs) =>
		paragraphs.map((paragraph) => {
			let text = '';
			const counts: number[] = [];
			for (const node of paragraph.childNodes) {
				if (node instanceof HTMLElement && node.matches('.reference')) continue;
				const words = node.textContent ?? '';
				const said = node instanceof HTMLElement ? /^(\d+) of/u.exec(node.title)?.[1] : '0';
				if (node.nodeType === Node.COMMENT_NODE) continue;
				text += words;
				for (let at = 0; at < words.length; at += 1) counts.push(Number(said));
			}
			return { text, counts };
		}),
	);

/** Name of each row, and the numbers in its other cells. */
export async function tableRows(page: Page, caption: string): Promise<{ name: string; cells: string[] }[]> {
	await whenHydrated(page);
	return page
		.getByRole('table', { name: caption })
		.locator('tbody tr')
		.evaluateAll((rows) =>
			rows.map((row) => {
				const [head, ...cells] = row.children;
				return { name: head?.textContent.trim() ?? '', cells: cells.map((cell) => cell.textContent.trim()) };
			}),
		);
}

/** The passages of the key with how many found each; a quote is read whole, however short it is shown. */
export const passageRows = (page: Page) =>
	page.locator('tr[id^="passage-"]').evaluateAll((rows) =>
		rows.map((row) => ({
			quote: row.querySelector('.quote')?.getAttribute('title') ?? '',
			found: Number(row.querySelector('td')?.textContent ?? Number.NaN),
		})),
	);
