/**
 * Where text stands on the page. The root holds paragraphs `p[data-start]` whose text nodes, in order, are exactly the
 * paragraph's text: letters after marks are drawn by the style sheet and are no text.
 */
import type { Span } from '../../domain/spans/span.ts';

export type Box = { left: number; top: number; width: number; height: number };

const paragraphsOf = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('p[data-start]')];
const startOf = (paragraph: HTMLElement): number => Number(paragraph.dataset.start);

function* textsOf(paragraph: HTMLElement): Generator<Text> {
	const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) yield walker.currentNode as Text;
}

/** The offset in the document of a place in the page's tree; null outside the text. */
export function offsetOf(root: HTMLElement, node: Node, nodeOffset: number): number | null {
	const element = node instanceof HTMLElement ? node : node.parentElement;
	const paragraph = element?.closest<HTMLElement>('p[data-start]');
	if (!paragraph || !root.contains(paragraph)) return null;
	const until = document.createRange();
	until.setStart(paragraph, 0);
	until.setEnd(node, nodeOffset);
	return startOf(paragraph) + until.toString().length;
}

/** Older Safari and Chromium have only the second. */
type CaretFinder = {
	caretPositionFromPoint?: (x: number, y: number) => CaretPosition | null;
	caretRangeFromPoint?: (x: number, y: number) => Range | null;
};

export function offsetAtPoint(root: HTMLElement, x: number, y: number): number | null {
	const page: CaretFinder = document;
	const caret = page.caretPositionFromPoint?.(x, y);
	if (caret) return offsetOf(root, caret.offsetNode, caret.offset);
	const range = page.caretRangeFromPoint?.(x, y);
	return range ? offsetOf(root, range.startContainer, range.startOffset) : null;
}

/** What a native selection covers of the text; null when it is empty or begins elsewhere. */
export function selectedSpan(root: HTMLElement, selection: Selection | null): Span | null {
	if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
	const range = selection.getRangeAt(0);
	if (!root.contains(range.startContainer) && !root.contains(range.endContainer)) return null;
	const paragraphs = paragraphsOf(root).filter((paragraph) => range.intersectsNode(paragraph));
	const first = paragraphs[0];
	const last = paragraphs.at(-1);
	if (!first || !last) return null;
	const start = offsetOf(root, range.startContainer, range.startOffset) ?? startOf(first);
	const end = offsetOf(root, range.endContainer, range.endOffset) ?? startOf(last) + last.textContent.length;
	return start < end ? { start, end } : null;
}

export function rangeOf(root: HTMLElement, span: Span): Range | null {
	const paragraph = paragraphsOf(root).findLast((each) => startOf(each) <= span.start);
	if (!paragraph) return null;
	const range = document.createRange();
	let at = startOf(paragraph);
	let begun = false;
	for (const text of textsOf(paragraph)) {
		const end = at + text.length;
		if (!begun && span.start < end) {
			range.setStart(text, span.start - at);
			begun = true;
		}
		if (begun && span.end <= end) {
			range.setEnd(text, span.end - at);
			return range;
		}
		at = end;
	}
	if (begun) range.setEndAfter(paragraph.lastChild ?? paragraph);
	return begun ? range : null;
}

/** A box for each line that a span stands on, relative to `frame`. */
export function linesOf(root: HTMLElement, span: Span, frame: Element): Box[] {
	const range = rangeOf(root, span);
	if (!range) return [];
	const origin = frame.getBoundingClientRect();
	const lines: Box[] = [];
	for (const rect of range.getClientRects()) {
		if (rect.width === 0) continue;
		const box = { left: rect.left - origin.left, top: rect.top - origin.top, width: rect.width, height: rect.height };
		const line = lines.at(-1);
		const sameLine = line && Math.abs(line.top + line.height / 2 - (box.top + box.height / 2)) < line.height / 2;
		if (line && sameLine) {
			const right = Math.max(line.left + line.width, box.left + box.width);
			line.left = Math.min(line.left, box.left);
			line.width = right - line.left;
		} else lines.push(box);
	}
	return lines;
}

const MOST_WORDS_ON_A_LINE = 60;

/** The word on the line above or below that stands nearest to a word. */
export function wordOnLine(root: HTMLElement, words: readonly Span[], from: number, step: 1 | -1): number {
	const boxOf = (index: number) => {
		const word = words[index];
		return word && rangeOf(root, word)?.getBoundingClientRect();
	};
	const here = boxOf(from);
	if (!here) return from + step;
	const middle = (here.left + here.right) / 2;
	let line: number | null = null;
	let best = from;
	let nearest = Infinity;
	for (let index = from + step; Math.abs(index - from) <= MOST_WORDS_ON_A_LINE; index += step) {
		const box = boxOf(index);
		if (!box) break;
		if (Math.abs(box.top - here.top) < here.height / 2) continue;
		line ??= box.top;
		if (Math.abs(box.top - line) > here.height / 2) break;
		const distance = Math.abs((box.left + box.right) / 2 - middle);
		if (distance < nearest) [best, nearest] = [index, distance];
	}
	return best;
}
