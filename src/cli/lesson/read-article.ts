/** The article of a text file or a saved web page, line by line. The only importer of readability and linkedom. */
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Line } from '../../lib/domain/suggest/furniture.ts';

export type Article = {
	lines: Line[];
	/** What the page says of itself; a person has to confirm it. */
	hints: { title?: string; publisher?: string; author?: string; date?: string; address?: string; language?: string };
};

/** What a person can mend: another file, another format. */
export class Unreadable extends Error {}

const MOST_BYTES = 5_000_000;
const PAGES = ['.html', '.htm', '.xhtml'];

export function readArticle(file: string): Article {
	const bytes = read(file);
	const kind = extname(file).toLowerCase();
	if (isPage(file)) return fromPage(decode(bytes));
	if (['.txt', '.text', '.md', ''].includes(kind)) return fromText(decode(bytes));
	throw new Unreadable(
		`${kind} files cannot be read. Open it in the program it is from, save it as plain text (.txt, UTF-8), and use that.`,
	);
}

/** The words of a file as they are, with `\n` alone at line ends and without a byte order mark. */
export const readWords = (file: string): string => decode(read(file));

export const isPage = (file: string): boolean => PAGES.includes(extname(file).toLowerCase());

function read(file: string): Buffer {
	const size = statSync(file, { throwIfNoEntry: false });
	if (!size?.isFile()) throw new Unreadable(`There is no file ${file}.`);
	if (size.size > MOST_BYTES) throw new Unreadable('The file is larger than 5 MB. Save the article alone.');
	return readFileSync(file);
}

/** UTF-8, or what the page names. The words are kept as they are; a byte order mark is none. */
function decode(bytes: Buffer): string {
	const named = /<meta[^>]+charset=["']?([\w-]+)/iu.exec(bytes.subarray(0, 4_096).toString('latin1'))?.[1];
	for (const label of [named, 'utf-8', 'windows-1252']) {
		if (label === undefined) continue;
		try {
			return new TextDecoder(label, { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
		} catch {
			// Not this one.
		}
	}
	throw new Unreadable('The file is no text that can be read. Save it as UTF-8.');
}

function fromText(text: string): Article {
	const lines = text.split('\n').map((line) => line.trim());
	return { lines: lines.filter((line) => line !== '').map((line) => ({ text: line, isAside: false })), hints: {} };
}

const BLOCKS = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, figcaption, td, th, dt, dd, pre, aside, footer, nav';

function fromPage(html: string): Article {
	const { document } = parseHTML(html);
	const hints = hintsIn(document);
	// Readability takes it out of the text, and adds the name of the site to it.
	const [headline] = linesIn(document.querySelector('article h1, main h1, h1')?.textContent ?? null);
	const read = new Readability(document, { keepClasses: true }).parse();
	const content = read?.content ?? html;
	// What Readability gives back is a piece; linkedom wants a page.
	const page = parseHTML(`<!doctype html><html><body>${content}</body></html>`).document;
	const lines = linesOf(page.body);
	const title = headline ?? hints.title ?? read?.title?.trim();
	if (title && !lines.slice(0, 3).some(({ text }) => text === title)) lines.unshift({ text: title, isAside: false });
	const said = {
		title,
		publisher: read?.siteName?.trim() || hints.publisher,
		author: read?.byline?.trim() || hints.author,
		date: read?.publishedTime?.trim() || hints.date,
		address: hints.address,
		language: read?.lang?.trim() || hints.language,
	};
	return { lines, hints: Object.fromEntries(Object.entries(said).filter(([, value]) => value)) };
}

function linesOf(body: Element): Line[] {
	const blocks = [...body.querySelectorAll(BLOCKS)].filter((block) => block.querySelector(BLOCKS) === null);
	const found = blocks.flatMap((block) => {
		const isAside = block.closest('figcaption, figure, aside, footer, nav') !== null;
		for (const br of block.querySelectorAll('br')) br.replaceWith('\n');
		return linesIn(block.textContent).map((text) => ({ text, isAside }));
	});
	return found.length > 0 ? found : linesIn(body.textContent).map((text) => ({ text, isAside: false }));
}

/** White space as a browser shows it. */
const linesIn = (text: string | null): string[] =>
	(text ?? '')
		.split('\n')
		.map((line) => line.replaceAll(/[\t\r\f ]+/gu, ' ').trim())
		.filter((line) => line !== '');

function hintsIn(document: Document): Article['hints'] {
	const meta = (...names: string[]) =>
		names
			.map((name) =>
				document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute('content')?.trim(),
			)
			.find((content) => content !== undefined && content !== '');
	const hints = {
		title: meta('og:title') ?? document.querySelector('title')?.textContent.trim(),
		publisher: meta('og:site_name', 'publisher'),
		author: meta('author', 'article:author'),
		date: meta('article:published_time', 'date', 'datePublished'),
		address: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url'),
		language: document.documentElement.getAttribute('lang') ?? undefined,
	};
	return Object.fromEntries(Object.entries(hints).filter(([, value]) => value));
}
