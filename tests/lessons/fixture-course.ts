/** A small whole course in a temporary folder; a test changes one file of it and sees what is said. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export type Files = Record<string, string>;

const about = (label: string) => `label: ${label}
publisher: The Millbrook Post
date: "2025-03-04"
genre: own text
rights: Written for this test.
language: en
contentNote: Nothing hard.
`;

const lesson = (title: string, exercises: string[]) => `---
title: ${title}
summary: A summary.
minutes: 5
objectives:
  - One thing
---

Some prose, and <Source passage="charter#article-1.a">a source</Source>.

${exercises.map((id) => `<Exercise id="${id}" />`).join('\n\n')}
`;

export const wells = `date 2025-03-04
The council met on Tuesday. Its reckless plan failed.
Two thirds of the wells are poisoned. Under Article 1 of the Charter the council must act.
Also read: more news
`;

export const soundFiles: Files = {
	'course.yaml': `units:
  - id: first
    title: First
    summary: The first unit.
    lessons: [wells, choosing]
pairs: []
`,
	'library/charter.yaml': `title: The Charter
date: "1900-01-01"
legalCharacter: A treaty.
status: { india: Party., pakistan: Party. }
address: https://example.org/charter
citation: Charter, 1 TS 1
compared: compared in 2026
notice: Nothing to notice.
languages: [en]
passages:
  - id: article-1
    label: Article 1
    text: "Every council shall:"
    paragraphs:
      - id: a
        text: meet often;
      - id: b
        text: keep records.
`,
	'documents/wells.txt': wells,
	'documents/wells.yaml': `${about('A report on wells')}furniture:
  - quote: date 2025-03-04
  - quote: "Also read: more news"
`,
	'documents/wells.key.server.yaml': `spans:
  - quote: reckless
    category: loaded
    technique: emotive-wording
    tier: core
    voice: own
    why: It tells us how to feel.
    plainer: new
  - quote: Two thirds of the wells are poisoned
    category: claim
    technique: [quantity, generalisation]
    tier: core
    status: contradicted
    why: No count is given.
    evidence:
      - charter#article-1.b
      - { source: The water office, address: "https://example.org/water", date: "2025-01-01", says: 9 of 48. }
  - quote: Under Article 1 of the Charter
    category: authority
    technique: treaty
    tier: core
    fit: drift
    nucleus: Article 1
    envelope: Under Article 1 of the Charter the council
    why: The article asks for meetings.
    evidence: [charter#article-1]
lures:
  - quote: The council met on Tuesday
    looksLike: claim
    why: Nobody disputes it.
  - quote: the council must act
    looksLike: loaded
    why: Plain words.
`,
	'course/wells/lesson.svx': lesson('Wells', ['mark-wells', 'check-charter']),
	'course/wells/exercises.yaml': `- id: mark-wells
  kind: mark-spans
  points: 10
  prompt: Mark it.
  document: wells
  categories: [loaded, claim, authority]
- id: check-charter
  kind: check-authority
  points: 4
  prompt: Check it.
  document: wells
  quote: Under Article 1 of the Charter the council must act
  library: [charter]
`,
	'course/wells/answers.server.yaml': `check-charter:
  passage: charter#article-1
  fit: [drift, misreported]
  why:
    accurate: Not quite.
    drift: Right.
    inflated: A treaty binds.
    misreported: Accepted.
    out-of-field: It is about councils.
    untraceable: It is named.
`,
	'course/choosing/lesson.svx': lesson('Choosing', ['choose-one', 'write-one', 'order-three', 'write-long']),
	'course/choosing/exercises.yaml': `- id: choose-one
  kind: choice
  points: 2
  prompt: Which?
  options:
    - { id: yes-it-is, text: It is }
    - { id: no-it-is-not, text: It is not }
- id: write-one
  kind: short-answer
  points: 3
  prompt: Write it.
  quotes:
    - { text: The council met on Tuesday, document: wells }
  words: 40
- id: order-three
  kind: order
  points: 2
  prompt: What came first?
  items:
    - { id: vote, text: The vote }
    - { id: letter, text: The letter }
    - { id: count, text: The count }
- id: write-long
  kind: essay
  points: 4
  prompt: Write it out.
  words: { least: 3, most: 40 }
  documents: [wells]
`,
	'course/choosing/answers.server.yaml': `choose-one:
  correct: [yes-it-is]
  why: { yes-it-is: Because., no-it-is-not: Not so. }
write-one:
  model: The council met.
  checklist: [Is it short?]
order-three:
  order: [letter, count, vote]
  why: { vote: It was last., letter: It was first., count: It followed the letter. }
write-long:
  models:
    - { title: Plainly, text: The council met and counted the wells., note: It says what is known. }
  checklist: [Is it plain?]
  rubric:
    - criterion: Plainness
      levels:
        - { points: 0, text: It takes a side. }
        - { points: 4, text: It takes none. }
`,
};

/** Writes the course with some files changed; null leaves a file out. */
export function writeCourse(changed: Record<string, string | null> = {}): { root: string; remove(): void } {
	const root = mkdtempSync(join(tmpdir(), 'lessons-'));
	for (const [file, content] of Object.entries({ ...soundFiles, ...changed })) {
		if (content === null) continue;
		mkdirSync(dirname(join(root, file)), { recursive: true });
		writeFileSync(join(root, file), content);
	}
	return { root, remove: () => rmSync(root, { recursive: true }) };
}

/** One file of the sound course with some of its words replaced. */
export function changedFile(file: string, from: string, to: string): Files {
	const content = soundFiles[file] ?? '';
	if (!content.includes(from)) throw new Error(`The fixture ${file} has no “${from}”.`);
	return { [file]: content.replace(from, to) };
}
