import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { articleParagraphs, showDocument } from '$lib/domain/documents/article.ts';
export const load = ({ url }) => {
	const name = url.searchParams.get('d') ?? 'ukpnp-targeted-killings';
	const text = readFileSync(`lessons/documents/${name}.txt`, 'utf8');
	const { furniture, ...about } = parse(readFileSync(`lessons/documents/${name}.yaml`, 'utf8'));
	const spans = (furniture ?? []).map((f: any) => {
		const start = text.indexOf(f.quote);
		return { start, end: start + f.quote.length };
	});
	return { document: showDocument({ name, text, about, furniture: spans }), ask: url.searchParams.has('ask') };
};
