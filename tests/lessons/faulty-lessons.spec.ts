/** What an author is told of a faulty lesson. */
import { describe, expect, it } from 'vitest';
import { findingInWords } from '../../src/lib/server/lessons/findings.ts';
import { changedFile, soundFiles, wells } from './fixture-course.ts';
import { readChanged } from './read-changed.ts';

const said = (changed: Record<string, string | null>) => readChanged(changed).findings.map(findingInWords);

const key = 'documents/wells.key.server.yaml';
const exercises = 'course/wells/exercises.yaml';
const answers = 'course/wells/answers.server.yaml';
const prose = 'course/wells/lesson.svx';

describe('a fault names file, line, exercise and quote', () => {
	it.each<[string, Record<string, string | null>, string]>([
		[
			'a quote that is not in the text',
			changedFile(key, 'quote: reckless', 'quote: wreckless'),
			`${key}:2: error “wreckless” is not in the text.`,
		],
		[
			'a quote that could be two places',
			changedFile(key, 'quote: reckless', 'quote: council'),
			`${key}:2: error “council” is in the text 2 times; say which occurrence, or quote more words.`,
		],
		[
			'a quote in furniture',
			changedFile(key, 'quote: reckless', 'quote: more news'),
			`${key}:2: error “more news” does not lie inside one paragraph of the article.`,
		],
		[
			'an unknown field',
			changedFile(key, 'plainer: new', 'plain: new'),
			`${key}:8: error “reckless”: plain: there is no field called “plain” here`,
		],
		[
			'a missing field',
			changedFile(key, '    why: No count is given.\n', ''),
			`${key}:9: error “Two thirds of the wells are poisoned”: why: this field is missing`,
		],
		[
			'a technique of another category',
			changedFile(key, 'technique: emotive-wording', 'technique: quantity'),
			`${key}:4: error “reckless”: technique: It is a technique of another category; of loaded it must be one of: emotive-wording, name-calling`,
		],
		[
			'a verdict without evidence',
			changedFile(key, / {4}evidence:\n.*\n.*\n/.exec(soundFiles[key] ?? '')?.[0] ?? '', ''),
			`${key}:9: error “Two thirds of the wells are poisoned”: A status of supported or contradicted needs evidence.`,
		],
		[
			'a passage that the library has not',
			changedFile(key, 'charter#article-1.b', 'charter#article-1.z'),
			`${key}:15: error “Two thirds of the wells are poisoned”: the library has no passage “charter#article-1.z”`,
		],
		[
			'an envelope that is not around its span',
			changedFile(key, 'envelope: Under Article 1 of the Charter the council', 'envelope: The council met'),
			`${key}:24: error The envelope “The council met” does not stand once around its span.`,
		],
		[
			'two spans of one category that overlap',
			changedFile(
				key,
				'lures:',
				`  - quote: the wells are poisoned
    category: claim
    technique: event
    tier: acceptable
    why: The same again.
lures:`,
			),
			`${key}:27: error “the wells are poisoned” overlaps another claim span, “Two thirds of the wells are poisoned”: marks of one category merge, so both could never be found`,
		],
		[
			'Windows line ends',
			{ 'documents/wells.txt': wells.replace('Tuesday. ', 'Tuesday.\r\n') },
			'documents/wells.txt:2: error the file has Windows line ends (\\r); save it with \\n alone',
		],
		[
			'a quote with other quotation marks, dashes or capitals',
			changedFile(key, 'quote: the council must act', 'quote: The Council must act'),
			`${key}:31: error “The Council must act” is not in the text. The text has “the council must act”: look at`,
		],
		[
			'a quote that goes wrong after some words',
			changedFile(key, 'quote: The council met on Tuesday', 'quote: The council met on a Tuesday'),
			`${key}:28: error “The council met on a Tuesday” is not in the text. It is the same up to “The council met on”; there the text goes on: “ Tuesday.`,
		],
		[
			'a nucleus that is not inside its quote',
			changedFile(key, 'nucleus: Article 1', 'nucleus: Article 2'),
			`${key}:23: error The nucleus “Article 2” does not stand once inside its quote.`,
		],
		[
			'loaded words of nobody',
			changedFile(key, '    voice: own\n', ''),
			`${key}:2: error “reckless”: Loaded words need a voice: own, named-source, unnamed-source.`,
		],
		[
			'a word that is none of the few that can stand there',
			changedFile(key, 'tier: core', 'tier: corre'),
			`${key}:5: error “reckless”: tier: it must be one of: core, acceptable, contested`,
		],
		[
			'words with a comma between brackets',
			changedFile('course/choosing/answers.server.yaml', 'It says what is known.', 'It is plain, and short.'),
			'there is no field called “and short.” here; words with a comma, between { and }, need quotation marks',
		],
		[
			'a key of which nothing is decided yet',
			{ [key]: 'spans: []\nlures: []\n\n# ---- Candidates ----\n#   - quote: "reckless"\n' },
			`${key}:1: error Nothing is decided yet`,
		],
		[
			'a tag in small letters, which would show no reason',
			changedFile(prose, 'Some prose', '<mark as="claim" note="Who?">Some prose</mark>'),
			`${prose}:9: error <mark> must be written with a capital: <Mark>`,
		],
		[
			'a tag that is left open',
			changedFile(prose, 'Some prose', '<Worked>Some prose'),
			`${prose}:9: error <Worked> and </Worked> belong together: 1 open, 0 close`,
		],
		[
			'a bracket that is left open',
			changedFile(exercises, 'points: 10', 'points: [10'),
			'error this is not YAML: the line begins in the wrong column',
		],
		[
			'a tab',
			changedFile(exercises, '  points: 10', '\tpoints: 10'),
			`${exercises}:3: error this is not YAML: a tab stands before the words; use spaces`,
		],
		[
			'words with a colon',
			changedFile(exercises, 'prompt: Mark it.', 'prompt: Now: mark it.'),
			`${exercises}:4: error this is not YAML: words with “: ” in them need quotation marks`,
		],
		[
			'an apostrophe between apostrophes',
			changedFile(exercises, 'prompt: Mark it.', "prompt: 'Mark what's new.'"),
			"an apostrophe is written twice, ''",
		],
		[
			'an unknown kind',
			changedFile(exercises, 'kind: mark-spans', 'kind: mark-words'),
			`${exercises}:2: error mark-wells: there is no kind of exercise called “mark-words”`,
		],
		[
			'a field that the kind has not',
			changedFile(exercises, 'document: wells', 'text: wells'),
			`${exercises}:5: error mark-wells: text: there is no field called “text” here`,
		],
		[
			'a document that is not there',
			changedFile(exercises, 'document: wells', 'document: welles'),
			`${exercises}:1: error mark-wells: the document “welles” is not there or has errors of its own`,
		],
		[
			'an appeal that the document does not have',
			changedFile(exercises, 'quote: Under Article 1', 'quote: Under Article 2'),
			`check-charter: “Under Article 2 of the Charter the council must act” is not in the text.`,
		],
		[
			'an exercise without a key',
			changedFile(answers, 'check-charter:', 'check-chart:'),
			`${exercises}:7: error check-charter: it has no key in ${answers}`,
		],
		[
			'a key without an exercise',
			changedFile(answers, 'check-charter:', 'check-chart:'),
			`${answers}:1: error there is no exercise called “check-chart”`,
		],
		[
			'an option without a reason',
			changedFile('course/choosing/answers.server.yaml', ', no-it-is-not: Not so.', ''),
			'course/choosing/exercises.yaml:1: error choose-one: its key gives no reason for the option “no-it-is-not”',
		],
		[
			'a quoted passage that is not exact',
			changedFile('course/choosing/exercises.yaml', 'council met on', 'council sat on'),
			'course/choosing/exercises.yaml:13: error write-one: “The council sat on Tuesday” is not in the document “wells”',
		],
		[
			'an exercise that the prose leaves out',
			changedFile(prose, '<Exercise id="mark-wells" />', ''),
			`${exercises}:1: error mark-wells: the prose does not place this exercise`,
		],
		[
			'a place without its exercise',
			changedFile(prose, '"mark-wells"', '"mark-well"'),
			`${prose}:11: error the prose places the exercise “mark-well”, which is not there`,
		],
		[
			'a link to no passage',
			changedFile(prose, 'charter#article-1.a', 'charter#article-2'),
			`${prose}:9: error the library has no passage “charter#article-2”`,
		],
		[
			'a worked mark of a category that is not there',
			changedFile(prose, 'Some prose', '\n<Mark as="loded" note="Hot.">hot</Mark>'),
			`${prose}:10: error there is no category “loded”; there are: loaded, claim, authority`,
		],
		[
			'a worked mark of a technique that is not there',
			changedFile(prose, 'Some prose', '<Mark as="loaded" technique="heat" note="Hot > warm.">hot</Mark>'),
			`${prose}:9: error there is no technique “heat”`,
		],
		[
			'a worked mark with the technique of another category',
			changedFile(prose, 'Some prose', '<Mark as="loaded" technique="cause" note="Hot.">hot</Mark>'),
			`${prose}:9: error “cause” is a technique of “claim”, and the mark says “loaded”`,
		],
		[
			'a worked mark without its reason',
			changedFile(prose, 'Some prose', '<Mark as="loaded">hot</Mark>'),
			`${prose}:9: error the mark has no reason (note)`,
		],
		['a head without its fields', changedFile(prose, 'minutes: 5', 'minutes: five'), `${prose}:4: error minutes`],
		[
			'a unit with a lesson that is not there',
			changedFile('course.yaml', 'lessons: [wells, choosing]', 'lessons: [wells, choosing, third]'),
			'course.yaml:5: error there is no lesson “third”',
		],
		[
			'an exercise name taken by another lesson',
			{
				...changedFile('course/choosing/exercises.yaml', 'id: choose-one', 'id: mark-wells'),
				...changedFile('course/choosing/answers.server.yaml', 'choose-one', 'mark-wells'),
			},
			'mark-wells: the lesson choosing has an exercise of this name already',
		],
		[
			'a document without its provenance',
			{ 'documents/wells.yaml': null },
			'documents/wells.yaml:1: error the file is missing',
		],
		[
			'both a title and a label',
			changedFile('documents/wells.yaml', 'label:', 'title: Wells\nlabel:'),
			'It needs a title, or a label where the text has no headline, and not both.',
		],
		[
			'furniture inside a line',
			changedFile('documents/wells.yaml', 'quote: date 2025-03-04', 'quote: met on'),
			'documents/wells.yaml:9: error “met on” stands inside a line; furniture must touch its start or end',
		],
	])('%s', (_, changed, expected) => {
		const all = said(changed).map((line) => line.replace(/^(\S+:\d+:) (?!warning)/, '$1 error '));
		expect(
			all.some((line) => line.includes(expected)),
			all.join('\n'),
		).toBe(true);
	});
});

describe('a faulty lesson', () => {
	it('is refused with its reasons, and the others are served', () => {
		const course = readChanged(changedFile(exercises, 'kind: mark-spans', 'kind: mark-words'));
		expect([...course.lessons.keys()]).toEqual(['choosing']);
		expect(course.units[0]?.lessons).toEqual(['choosing']);
		expect(course.refused).toHaveLength(1);
		expect(course.refused[0]?.slug).toBe('wells');
		expect(course.refused[0]?.findings[0]?.message).toContain('mark-words');
	});

	it('is one that blind marking would half solve', () => {
		const oneParagraph = changedFile(exercises, '[loaded, claim, authority]', '[claim]\n  paragraphs: [2, 2]');
		expect(said(oneParagraph).join('\n')).toContain(
			'marking the whole text as a claim would earn 0.62 of the points; ask for fewer',
		);
	});
});
