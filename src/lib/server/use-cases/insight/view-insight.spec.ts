import { beforeAll, describe, expect, it } from 'vitest';
import {
	assignmentIn,
	classroomOf,
	HERE,
	person,
	testApp,
	type Registered,
	type TestApp,
} from '../../../../../tests/support/test-app.ts';
import { NotFound } from '../../../domain/errors.ts';
import type { KeyLure, KeySpan } from '../../../domain/lessons/document-key.ts';
import { joinClassroom } from '../classrooms/join-classroom.ts';
import { handIn } from '../work/hand-in.ts';
import { openAssignedWork } from '../work/open-assigned-work.ts';
import { saveAnswer } from '../work/save-answer.ts';
import { FEWEST_TO_SHOW, viewInsight } from './view-insight.ts';

const WISH = { exercise: null, category: null, withNames: true };
type Key = { spans: KeySpan[]; lures: KeyLure[] };

let app: TestApp;
let teacher: Registered;
let classroomId: string;
let joinCode: string;
let assignmentId: string;

beforeAll(async () => {
	app = testApp();
	const here = await classroomOf(app);
	({ teacher, classroomId, joinCode } = here);
	assignmentId = await assignmentIn(app, teacher, classroomId);
});

const keyOf = () => {
	const edition = app.editions.current('borrowed-authority');
	const exercise = edition.exercises.find(({ kind }) => kind === 'mark-spans')!;
	return { edition, exercise, key: exercise.key as Key, text: Object.values(edition.documents) };
};

/** A student who marks these spans, each as its own category or as the one given. */
async function student(name: string, marks: { start: number; end: number; category: string; quote: string }[]) {
	const { edition, exercise } = keyOf();
	const actor = await person(app, name);
	await joinClassroom(app, actor, joinCode, HERE);
	const { attemptId } = await openAssignedWork(app, actor, assignmentId);
	await saveAnswer(app, actor, {
		attemptId: attemptId ?? '',
		exerciseId: exercise.id,
		editionId: edition.id,
		tryNumber: 1,
		revision: 0,
		answer: { marks: marks.toSorted((a, b) => a.start - b.start), nothingToMark: false },
	});
	await handIn(app, actor, attemptId ?? '', true);
}

const asMark = ({ start, end, category, quote }: KeySpan) => ({ start, end, category, quote });

describe('the class on the text', () => {
	it('is refused to a student', async () => {
		const stranger = await person(app, 'somebody');
		await joinClassroom(app, stranger, joinCode, HERE);
		await expect(viewInsight(app, stranger, assignmentId, WISH)).rejects.toThrow(NotFound);
	});

	it('says of an assignment that nobody has handed in that there is nothing yet', async () => {
		const { handedIn, text } = await viewInsight(app, teacher, assignmentId, WISH);
		expect(handedIn).toBe(0);
		expect(text?.talk).toEqual([]);
		expect(text?.agreement).toBeNull();
	});

	it('shows no counts before a class while they would point at a person', async () => {
		const { key } = keyOf();
		const core = key.spans.filter(({ tier, category }) => tier === 'core' && category === 'authority');
		await student('amara', core.map(asMark));
		const { text, tooFewToShow, exercises } = await viewInsight(app, teacher, assignmentId, {
			...WISH,
			withNames: false,
		});
		expect(tooFewToShow).toBe(true);
		expect(text).toBeNull();
		expect(exercises).toEqual([]);
	});

	it('counts who found, missed and named otherwise, and what was imagined', async () => {
		const { key } = keyOf();
		const core = key.spans.filter(({ tier, category }) => tier === 'core' && category === 'authority');
		const [first, ...others] = core;
		const lure = key.lures.find(({ looksLike }) => looksLike === 'authority')!;
		const imagined = { start: lure.start, end: lure.end, quote: lure.quote, category: 'authority' };
		for (let index = 0; index < FEWEST_TO_SHOW - 1; index++) await student(`some${index}`, others.map(asMark));
		await student('benno', [{ ...asMark(first!), category: 'claim' }, imagined]);

		const insight = await viewInsight(app, teacher, assignmentId, { ...WISH, category: 'authority' });
		const text = insight.text!;
		expect(insight.handedIn).toBe(FEWEST_TO_SHOW + 1);
		expect(text.category).toBe('authority');
		expect(text.passages.find(({ id }) => id === first?.id)?.tally).toEqual({ found: 1, missed: 4, otherName: 1 });
		expect(text.passages.find(({ id }) => id === others[0]?.id)?.tally).toEqual({ found: 5, missed: 1, otherName: 0 });
		expect(text.imagined).toMatchObject([{ label: 'a', quote: lure.quote, count: 1, isLure: true }]);
		expect(text.imagined).toHaveLength(1);
		expect(text.sound.find(({ quote }) => quote === lure.quote)).toMatchObject({ marked: 1, left: FEWEST_TO_SHOW });
		expect(text.seen.core).toBe(key.spans.filter(({ tier }) => tier === 'core').length * insight.handedIn);
		expect(text.paragraphs.flatMap(({ runs }) => runs).some(({ count }) => count === 5)).toBe(true);
		expect(text.students?.map(({ name }) => name)).toContain('Benno');
		expect(text.talk.length).toBeLessThanOrEqual(5);
	});

	it('reads no name before a class', async () => {
		const shown = await viewInsight(app, teacher, assignmentId, { ...WISH, withNames: false });
		expect(shown.text?.students).toBeNull();
		expect(JSON.stringify(shown)).not.toMatch(/Benno|Amara|Some0/);
	});

	it('falls back to the first text and category where the address names none', async () => {
		const { text } = await viewInsight(app, teacher, assignmentId, { ...WISH, exercise: 'gone', category: 'gone' });
		expect(text?.exerciseId).toBe(keyOf().exercise.id);
		expect(text?.category).toBe('loaded');
	});
});
