import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Names that are never fetched: XML's own, examples, and this machine. */
const NEVER_FETCHED = [
	/^http:\/\/www\.w3\.org\//,
	/^https?:\/\/[\w.-]*example\b/,
	/^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])/,
];

test('the product asks nothing of any other address: no CDN, no font, no script from elsewhere', () => {
	const found = globSync(['src/**/*.{ts,js,svelte,css,html}', 'static/**/*.{js,css,svg,html,webmanifest}'])
		.filter((path) => !path.includes('.spec.'))
		.flatMap((path) =>
			[...readFileSync(path, 'utf8').matchAll(/https?:\/\/[^\s'"`)<>]+/g)]
				.map(([address]) => address)
				.filter((address) => !address.includes('${') && !NEVER_FETCHED.some((pattern) => pattern.test(address)))
				.map((address) => `${path}: ${address}`),
		);
	expect(found).toEqual([]);
});

// The address of a source is shown as a link that a person may follow; it lives with the lessons, never in the code.
test('the lessons name other addresses only as sources, never as something to load', () => {
	const loaded = globSync('lessons/**/*.svx').flatMap((path) =>
		[...readFileSync(path, 'utf8').matchAll(/(?:src|srcset|href)=["']https?:[^"']+|!\[[^\]]*\]\(https?:[^)]+\)/g)]
			.map(([text]) => text)
			.filter((text) => !text.startsWith('href='))
			.map((text) => `${path}: ${text}`),
	);
	expect(loaded).toEqual([]);
});
