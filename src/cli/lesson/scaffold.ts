/** The files of a new lesson: the text as it is, everything else for a person to fill in. */
import { stringify } from 'yaml';
import { suggestSpans } from '../../lib/domain/suggest/suggest.ts';
import type { Candidate } from '../../lib/domain/suggest/candidate.ts';
import { guessFurniture } from '../../lib/domain/suggest/furniture.ts';
import type { Category } from '../../lib/domain/marking/categories.ts';
import type { Article } from './read-article.ts';

/** Tells an editor which schema a file follows. */
const follows = (schema: string, depth = '..'): string =>
	`# yaml-language-server: $schema=${depth}/.schemas/${schema}.json\n`;

/** `lesson check` refuses whatever begins so. */
export const FILL_IN = 'FILL IN';

/** Paths under lessons/ with their content. */
export function scaffold(slug: string, article: Article): Map<string, string> {
	const lines = guessFurniture(article.lines);
	const text = textOf(lines);
	const furniture = furnitureIn(lines);
	const spans = partsOf(lines);
	return new Map([
		[`documents/${slug}.txt`, text],
		[`documents/${slug}.yaml`, aboutFile(article, furniture)],
		[`documents/${slug}.key.server.yaml`, keyFile(text, suggestSpans(text, spans))],
		[`course/${slug}/lesson.svx`, lessonFile(slug)],
		[`course/${slug}/exercises.yaml`, exercisesFile(slug)],
		[`course/${slug}/answers.server.yaml`, answersFile(slug)],
	]);
}

type Guessed = ReturnType<typeof guessFurniture>;

export const textOf = (lines: Guessed): string => `${lines.map((line) => line.text).join('\n\n')}\n`;

function furnitureIn(lines: Guessed): { quote: string; occurrence?: number }[] {
	return lines.flatMap(({ text, isFurniture }, index) => {
		if (!isFurniture) return [];
		const before = lines.slice(0, index).map((line) => line.text);
		const inAll = countIn([...before, text, ...lines.slice(index + 1).map((line) => line.text)], text);
		return [inAll === 1 ? { quote: text } : { quote: text, occurrence: countIn(before, text) + 1 }];
	});
}

const countIn = (lines: string[], piece: string): number =>
	lines.reduce((sum, line) => sum + line.split(piece).length - 1, 0);

/** Where the article is, in the text that is written. */
export function partsOf(lines: Guessed) {
	let start = 0;
	return lines.flatMap(({ text, isFurniture }) => {
		const part = { start, end: start + text.length };
		start = part.end + 2;
		return isFurniture ? [] : [part];
	});
}

function aboutFile({ hints }: Article, furniture: object[]): string {
	const ask = (what: string, hint?: string) => `${FILL_IN}: ${what}${hint ? ` (the page says: ${hint})` : ''}`;
	const about = {
		title: ask('the headline as printed; or replace this line by "label:" where there is none', hints.title),
		publisher: ask('who published it', hints.publisher),
		author: ask('who wrote it; remove this line where nobody is named', hints.author),
		date: ask('as 2026-11-22, in quotation marks; or undated', hints.date),
		genre: ask('report, op-ed, blog post, wire report or own text'),
		address: ask('where it can be found; remove this line for a text of your own', hints.address),
		rights: ask('whose it is, and on what ground a class may use it; add it to SOURCES.md too'),
		language: hints.language?.split('-')[0] ?? 'en',
		contentNote: ask('what a reader should know before opening it, in one sentence'),
		...(furniture.length > 0 ? { furniture } : {}),
	};
	const head =
		furniture.length > 0
			? '# Look through "furniture": lines that seem to be no article. Take out what belongs to it, add what does not.\n'
			: '';
	return `${follows('document')}${head}${stringify(about, { lineWidth: 0 })}`;
}

const JUDGED: Record<Category, string> = {
	loaded: 'voice: own # or named-source, unnamed-source',
	claim: 'status: unresolved # or supported, contradicted (both with evidence), not-verifiable, opinion',
	authority: 'fit: untraceable # or accurate, drift, inflated, misreported, out-of-field',
};

function keyFile(text: string, candidates: Candidate[]): string {
	return `${follows('key')}# The key of the text. Below are candidates, mostly wrong, under the paragraph they are from. To keep one, move it under
# "spans:", take the "# " away, and decide for yourself; what a rule found is no reason yet. Throw the others away.
# A passage that only looks like a hit goes under "lures:" with its own reason; half as many as core spans is a good measure.
#
# A span in full; what stands in brackets may be left out:
#   - quote: "closed its doors for ever"    # word for word from the text
#     (occurrence: 2)                       # only where the same words stand there more than once
#     category: loaded                      # or claim, authority
#     technique: exaggeration               # or [exaggeration, emotive-wording]
#     tier: core                            # or acceptable, contested
#     voice: own                            # for a claim and an authority in brackets, beside status or fit
#     (nucleus: "for ever")                 # inside the quote: what a mark must cover
#     (envelope: "The shop closed its doors for ever")   # around the quote: what a mark may cover
#     why: "One sentence to a student."
#     (plainer: "closed on 3 May")
#     (evidence: [udhr#article-27.1])       # needed where the status is supported or contradicted
# A lure:
#   - quote: "closed on Mondays"
#     looksLike: claim
#     why: "The notice on the door says so."
spans: []
lures: []

# ---- Candidates ----
${byParagraph(text, candidates)}
`;
}

/** Under each paragraph its first words, so that an author finds the place. */
function byParagraph(text: string, candidates: Candidate[]): string {
	let start = 0;
	const listed = text
		.trimEnd()
		.split('\n\n')
		.flatMap((paragraph, index) => {
			const end = start + paragraph.length;
			const here = candidates.filter((candidate) => candidate.start >= start && candidate.start < end);
			start = end + 2;
			if (here.length === 0) return [];
			return [`# Paragraph ${index + 1}: ${beginningOf(paragraph)}`, ...here.map((each) => commented(text, each))];
		});
	return listed.join('\n');
}

const beginningOf = (paragraph: string): string => {
	const words = paragraph.split(' ');
	return words.length > 8 ? `${words.slice(0, 8).join(' ')} ...` : paragraph;
};

function commented(text: string, { quote, start, category, technique, reason, confidence }: Candidate): string {
	const before = text.slice(0, start).split(quote).length - 1;
	const isAlone = text.split(quote).length === 2;
	return [
		`  - quote: ${JSON.stringify(quote)}`,
		...(isAlone ? [] : [`    occurrence: ${before + 1}`]),
		`    category: ${category}`,
		`    technique: ${technique}`,
		'    tier: core # or acceptable, contested',
		`    ${JUDGED[category]}`,
		`    why: ${JSON.stringify(`${FILL_IN}: ${reason}`)}`,
		`    # confidence ${confidence}`,
	]
		.map((line) => `# ${line}`)
		.join('\n');
}

const lessonFile = (slug: string): string => `---
title: "${FILL_IN}: what the lesson is called"
summary: "${FILL_IN}: what a student does in it, in one or two sentences"
minutes: 45
objectives:
  - "${FILL_IN}: what a student can do afterwards"
---

${FILL_IN}: why this text is worth reading, and what to look for; then a worked example on another text.

## Your turn

<Exercise id="${slug}-mark" />

## One sentence more closely

<Exercise id="${slug}-choice" />

## In your words

<Exercise id="${slug}-best-true-version" />
`;

const exercisesFile = (slug: string): string => `${follows('exercises', '../..')}- id: ${slug}-mark
  kind: mark-spans
  points: 10
  prompt: Mark the loaded words, the claims that this text does not support, and the appeals to authority. Leave everything else alone.
  document: ${slug}
  categories: [loaded, claim, authority]
- id: ${slug}-choice
  kind: choice
  points: 2
  prompt: "${FILL_IN}: a question on one sentence of the text"
  options:
    - id: first
      text: "${FILL_IN}: an answer"
    - id: second
      text: "${FILL_IN}: another"
- id: ${slug}-best-true-version
  kind: short-answer
  points: 4
  prompt: "${FILL_IN}: which sentence to rewrite so that it says no more than the text supports"
  words: 60
# More kinds, such as neutral-rewrite (a loaded sentence, checked for what must go and what must stay), order, essay and
# spot-the-change (two versions of one text): docs/writing-lessons.md.
`;

const answersFile = (slug: string): string => `${follows('answers', '../..')}${slug}-choice:
  correct: [first]
  why:
    first: "${FILL_IN}: why this is right"
    second: "${FILL_IN}: why this is not"
${slug}-best-true-version:
  model: "${FILL_IN}: how you would write it"
  checklist:
    - "${FILL_IN}: what a good answer has"
`;
