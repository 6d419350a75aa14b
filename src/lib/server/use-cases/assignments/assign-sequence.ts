import type { Actor } from '../../../domain/access/actor.ts';
import { Invalid, NotFound } from '../../../domain/errors.ts';
import { usualRules, type AssignmentRules } from '../../../domain/grading/assignment-rules.ts';
import { daysLater, MOST_DAYS_APART } from '../../../domain/grading/sequence.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findClassroom } from '../../repositories/classrooms.ts';
import { insertSequence } from '../../repositories/sequences.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { withPartner } from './assign-lesson.ts';
import { giveLessons } from './give-lessons.ts';
import { readRules, type TypedRules } from './read-rules.ts';

const LONGEST_NAME = 100;

export type SequenceForm = {
	name: string;
	/** What was typed as the place of each lesson; nothing for one that is not in it. */
	places: Readonly<Record<string, string>>;
	isStepwise: boolean;
	/** Days from one due date to the next, as typed. */
	daysApart: string;
} & Partial<TypedRules>;

/** Gives several lessons at once, in an order, by the same rules; each is an assignment of its own. */
export async function assignSequence(
	app: App,
	actor: Actor,
	classroomId: string,
	form: SequenceForm,
): Promise<string[]> {
	authorize('run a classroom', actor, await relationTo(app, actor, classroomId));
	const classroom = await findClassroom(app.store.read, classroomId);
	if (!classroom) throw new NotFound();
	const name = readSequenceName(form.name);
	const groups = readOrder(app, form.places);
	const rules = readRules(usualRules, form, app.now());
	const days = readDays(form.daysApart, rules);

	const given = groups.flatMap((group, index) =>
		group.map((lesson) => ({ lesson, exercises: null, rules: rulesAt(rules, index * days, classroom.timeZone) })),
	);
	const sequence = { id: app.newId(), classroomId, name, isStepwise: form.isStepwise, createdAt: app.now() };
	return app.store.write(async (transaction) => {
		await insertSequence(transaction, sequence);
		return giveLessons(app, transaction, classroomId, given, sequence);
	});
}

export function readSequenceName(typed: string): string {
	const name = typed.trim();
	if (name === '') throw new Invalid('Please give the sequence a name.', 'name');
	if (name.length <= LONGEST_NAME) return name;
	throw new Invalid(`A name has at most ${LONGEST_NAME} characters.`, 'name');
}

/** The lessons in their order; the two halves of a pair come together, at the place of the one that comes first. */
function readOrder(app: App, places: SequenceForm['places']): string[][] {
	const placed = Object.entries(places)
		.filter(([lesson, typed]) => app.course.lessons.has(lesson) && typed.trim() !== '')
		.map(([lesson, typed]) => {
			const place = /^\s*\d{1,3}\s*$/u.test(typed) ? Number(typed) : 0;
			if (place > 0) return { lesson, place };
			throw new Invalid('A place is a whole number: 1, 2, 3 …', `place.${lesson}`);
		})
		.toSorted((a, b) => a.place - b.place);
	const twice = placed.find(({ place }, index) => placed[index + 1]?.place === place);
	if (twice) throw new Invalid(`Two lessons have the place ${twice.place}.`, `place.${twice.lesson}`);
	const groups: string[][] = [];
	for (const { lesson } of placed) {
		if (!groups.some((group) => group.includes(lesson))) groups.push(withPartner(app, lesson));
	}
	if (groups.flat().length >= 2) return groups;
	throw new Invalid('Please number at least two lessons, in the order in which they are done.', 'places');
}

function readDays(typed: string, { dueAt }: AssignmentRules): number {
	if (typed.trim() === '') return 0;
	const days = /^\s*\d{1,3}\s*$/u.test(typed) ? Number(typed) : Infinity;
	if (days > MOST_DAYS_APART) {
		throw new Invalid(`This is a whole number of days, at most ${MOST_DAYS_APART}.`, 'daysApart');
	}
	if (days > 0 && dueAt === null) {
		throw new Invalid('Days between due dates need a due date for the first lesson.', 'dueAt');
	}
	return days;
}

/** What hangs on the due date moves with it; the opening stays, for the steps open one another. */
function rulesAt(rules: AssignmentRules, days: number, timeZone: string): AssignmentRules {
	const later = (moment: number | null) => (moment === null ? null : daysLater(moment, days, timeZone));
	return {
		...rules,
		dueAt: later(rules.dueAt),
		closeAt: later(rules.closeAt),
		feedbackAt: later(rules.feedbackAt),
	};
}
