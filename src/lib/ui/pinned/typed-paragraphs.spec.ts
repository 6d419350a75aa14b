import fc from 'fast-check';
import { expect, it } from 'vitest';
import { typedParagraphs } from './typed-paragraphs.ts';

it('a typed text is cut into its lines, each at its place, and no word is left out', () => {
	const text = fc.array(fc.constantFrom('a', 'word', ' ', '\n', '\n\n', '“', '𝔘')).map((parts) => parts.join(''));
	fc.assert(
		fc.property(text, (typed) => {
			const paragraphs = typedParagraphs(typed);
			for (const { start, text: line } of paragraphs) {
				expect(typed.slice(start, start + line.length)).toBe(line);
				expect(line.trim()).not.toBe('');
			}
			const kept = paragraphs.map((paragraph) => paragraph.text).join('');
			expect(kept.replaceAll(/\s/gu, '')).toBe(typed.replaceAll(/\s/gu, ''));
		}),
	);
});
