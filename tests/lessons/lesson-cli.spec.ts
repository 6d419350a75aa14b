import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import examples from '../../src/lib/domain/marking/scoring-examples.json' with { type: 'json' };
import { changedFile, writeCourse } from './fixture-course.ts';

// Each command is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

function lesson(parameters: string[], { input = '', root = '' } = {}) {
	const env = { ...process.env, ...(root ? { LESSONS_DIR: root } : {}) };
	const done = spawnSync(process.execPath, ['src/cli/lesson.ts', ...parameters], { input, env, encoding: 'utf8' });
	return { exit: done.status, out: done.stdout, err: done.stderr };
}

describe('lesson check', () => {
	it('answers 0 for a sound course, and warnings do not fail it', () => {
		const { root, remove } = writeCourse(
			changedFile('documents/wells.key.server.yaml', 'quote: reckless', 'quote: "reckless "'),
		);
		const { exit, out, err } = lesson(['check'], { root });
		remove();
		expect(exit, err).toBe(0);
		expect(out).toContain('2 lessons, 6 exercises');
		expect(err).toContain('wells.key.server.yaml:2: warning: “reckless ” cuts a word');
	});

	it('answers 1 and says file and line on the error stream', () => {
		const { root, remove } = writeCourse(
			changedFile('documents/wells.key.server.yaml', 'quote: reckless', 'quote: wreckless'),
		);
		const { exit, out, err } = lesson(['check'], { root });
		remove();
		expect(exit).toBe(1);
		expect(out).toBe('');
		expect(err).toContain(`${root}/documents/wells.key.server.yaml:2: “wreckless” is not in the text.`);
	});

	it('says of one lesson what is wrong in it and in its documents, and nothing else', () => {
		const { root, remove } = writeCourse({
			...changedFile('documents/wells.key.server.yaml', 'quote: reckless', 'quote: "reckless "'),
			...changedFile('course/choosing/answers.server.yaml', 'correct: [yes-it-is]', 'correct: [yes]'),
		});
		const wells = lesson(['check', 'wells'], { root });
		const choosing = lesson(['check', 'choosing'], { root });
		const nothing = lesson(['check', 'wels'], { root });
		remove();
		expect(wells.exit, wells.err).toBe(0);
		expect(wells.out).toBe('No errors in wells.\n');
		expect(wells.err).toContain('wells.key.server.yaml:2: warning: “reckless ” cuts a word');
		expect(wells.err).not.toContain('choosing');
		expect(choosing.exit).toBe(1);
		expect(choosing.err).toContain('“yes”');
		expect(choosing.err, 'a document that one of its exercises shows').toContain('wells.key.server.yaml:2');
		expect(nothing.exit).toBe(2);
		expect(nothing.err).toContain('There is no lesson and no document called “wels”.');
	});
});

describe('lesson keys --json', () => {
	it('prints one array of every key span, without lures', () => {
		const { root, remove } = writeCourse();
		const { exit, out } = lesson(['keys', '--json'], { root });
		remove();
		expect(exit).toBe(0);
		const spans = JSON.parse(out) as Record<string, unknown>[];
		expect(spans).toHaveLength(3);
		expect(spans[2]).toEqual({
			document: 'wells',
			start: 108,
			end: 138,
			quote: 'Under Article 1 of the Charter',
			category: 'authority',
			technique: 'treaty',
			judgement: 'drift',
			tier: 'core',
			nucleus: [114, 123],
			envelope: [108, 150],
		});
		expect(spans[1]?.['technique']).toEqual(['quantity', 'generalisation']);
	});
});

describe('lesson new', () => {
	const page = `<!doctype html><html lang="en-GB"><head><title>Bus fares | The Page</title></head><body><nav>Home</nav>
		<article><h1>Bus fares</h1><p>By Jo Reader</p><figure><figcaption>A bus.</figcaption></figure>
		<p>${'The council met on Monday and talked about the fares of the town. '.repeat(5)}</p>
		<p>Also Read: Ten ways to walk</p><p>A reckless plan, “critics” say, would ruin all 300 shops in the town.</p></article></body></html>`;

	it('turns a saved page into files that lead the author to a lesson', () => {
		const { root, remove } = writeCourse();
		const file = `${root}/page.html`;
		writeFileSync(file, page);
		const before = lesson(['check'], { root });
		const { exit, out, err } = lesson(['new', file, '--as', 'fares'], { root });
		const text = readFileSync(`${root}/documents/fares.txt`, 'utf8');
		const about = readFileSync(`${root}/documents/fares.yaml`, 'utf8');
		const key = readFileSync(`${root}/documents/fares.key.server.yaml`, 'utf8');
		const after = lesson(['check'], { root });
		const again = lesson(['new', file, '--as', 'fares'], { root });
		remove();

		expect(before.exit, before.err).toBe(0);
		expect(exit, err).toBe(0);
		expect(out).toContain('documents/fares.yaml');
		expect(text).toMatch(/^Bus fares\n\nBy Jo Reader\n\nA bus\.\n\nThe council met/u);
		expect(text).not.toContain('Home');
		for (const quote of ['By Jo Reader', 'A bus.', 'Also Read: Ten ways to walk']) expect(about).toContain(quote);
		expect(about).toContain('the page says: Bus fares');
		expect(key).toContain('#   - quote: "reckless"');
		expect(key).toMatch(/# Paragraph 6: A reckless plan, “critics” say, would ruin all \.\.\.\n# {3}- quote/u);
		expect(key).toContain('#     looksLike: claim');
		expect(after.exit).toBe(1);
		expect(after.err).toContain('documents/fares.yaml:3: title: This is still to be filled in.');
		expect(after.err).toContain('course/fares/lesson.svx:9: This is still to be filled in.');
		expect(again.exit).toBe(1);
		expect(again.err).toContain('Nothing was changed');
	});

	it('refuses what it cannot read in a sentence, and writes nothing', () => {
		const { root, remove } = writeCourse();
		writeFileSync(`${root}/a.pdf`, '%PDF');
		const pdf = lesson(['new', `${root}/a.pdf`], { root });
		const nowhere = lesson(['new', `${root}/nowhere.txt`], { root });
		const check = lesson(['check'], { root });
		remove();
		expect(pdf).toMatchObject({ exit: 1, out: '' });
		expect(pdf.err).toContain('save it as plain text');
		expect(nowhere.err).toContain('There is no file');
		expect(check.exit).toBe(0);
	});
});

describe('lesson suggest', () => {
	it('prints candidates with place, quote, category, technique, reason and confidence', () => {
		const { root, remove } = writeCourse();
		const file = `${root}/documents/wells.txt`;
		const { exit, out, err } = lesson(['suggest', file, '--json'], { root });
		const text = readFileSync(file, 'utf8');
		remove();
		expect(exit, err).toBe(0);
		const candidates = JSON.parse(out) as Record<string, unknown>[];
		expect(candidates.length).toBeGreaterThan(2);
		for (const candidate of candidates) {
			expect(Object.keys(candidate).sort()).toEqual(
				['category', 'confidence', 'end', 'quote', 'reason', 'start', 'technique'].sort(),
			);
			expect(text.slice(candidate['start'] as number, candidate['end'] as number)).toBe(candidate['quote']);
		}
		expect(candidates).toContainEqual(expect.objectContaining({ quote: 'reckless', category: 'loaded' }));
	});

	it('answers 1 for a file that is not there, and 2 without --json', () => {
		expect(lesson(['suggest', '/nowhere.txt', '--json']).exit).toBe(1);
		expect(lesson(['suggest', '/nowhere.txt']).exit).toBe(2);
	});

	it('measures itself against the keys of the course', () => {
		const { root, remove } = writeCourse();
		const { exit, out } = lesson(['suggest', '--measure'], { root });
		remove();
		expect(exit).toBe(0);
		expect(out).toMatch(/^wells +loaded +\d+ +\d+\/\d+ \d+ %/mu);
	});
});

describe('lesson score --json', () => {
	it('gives one result a line for the worked examples', () => {
		const input = examples.map((example) => JSON.stringify(example)).join('\n');
		const { exit, out } = lesson(['score', '--json'], { input });
		expect(exit).toBe(0);
		const results = out
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as { points: number; extras: number });
		expect(results.map(({ points }) => points)).toEqual(examples.map(({ expect: { points } }) => points));
		expect(results.map(({ extras }) => extras)).toEqual(examples.map(({ expect: { extras } }) => extras));
	});

	it('names a bad line, answers the others and ends with 1', () => {
		const good = JSON.stringify(examples[0]);
		const { exit, out, err } = lesson(['score', '--json'], { input: `${good}\n{"key": 3}\nnonsense\n${good}\n` });
		expect(exit).toBe(1);
		expect(out.trim().split('\n')).toHaveLength(2);
		expect(err).toContain('line 2: key');
		expect(err).toContain('line 3: this is not JSON');
	});
});

describe('wrong use', () => {
	it.each([[[]], [['keys']], [['score']], [['check', 'more']], [['new']], [['new', 'a.txt', '--as']], [['dance']]])(
		'of %j ends with 2 and says how to use it',
		(parameters) => {
			const { exit, err } = lesson(parameters);
			expect(exit).toBe(2);
			expect(err).toContain('npm run --silent lesson -- check');
		},
	);
});
