import { parse } from 'valibot';
import type { Actor } from '../../../domain/access/actor.ts';
import { NotFound } from '../../../domain/errors.ts';
import type { Edition } from '../../../domain/lessons/edition.ts';
import { readMarks, poolSeen, type GivenMarks } from '../../../domain/measures/class-marks.ts';
import type { Discrimination } from '../../../domain/measures/discrimination.ts';
import { joinPairs, overTime, type Step } from '../../../domain/measures/over-time.ts';
import { addSeen, seenSchema, type Seen } from '../../../domain/measures/seen.ts';
import { authorize } from '../../access/authorize.ts';
import type { App } from '../../app.ts';
import { findAssignmentsOfClassroom, type AssignmentRow } from '../../repositories/assignments.ts';
import { findClassroom, findStudents } from '../../repositories/classrooms.ts';
import { findSeenInClassroom } from '../../repositories/progress.ts';
import { assignedRuledEdition } from '../assignments/assigned-edition.ts';
import { withPartner } from '../assignments/assign-lesson.ts';
import { relationTo } from '../classrooms/relation-to.ts';
import { lessonTitle } from '../lessons/lesson-title.ts';
import { storedAnswer } from '../work/parse-answer.ts';
import { markedText } from './marked-text.ts';

const MARKING = 'mark-spans';

/** One assignment with texts to mark, or the two halves of a pair. */
export type TimeStep = Step & { id: string; title: string; at: number; handedIn: number };
export type TimeLine = { steps: TimeStep[]; total: Discrimination };

/**
 * How a class, and one student of it, tell hits from look-alikes from assignment to assignment: first attempts alone,
 * by the key as it is ruled now. No text is held beside another one's side, and even-handedness is never computed.
 */
export async function viewOverTime(app: App, actor: Actor, classroomId: string, studentId: string | null) {
	authorize('read a classroom as staff', actor, await relationTo(app, actor, classroomId));
	const { read } = app.store;
	const classroom = await findClassroom(read, classroomId);
	if (!classroom) throw new NotFound();
	const students = await findStudents(read, classroomId);
	const chosen = students.find(({ personId }) => personId === studentId) ?? null;
	if (studentId !== null && !chosen) throw new NotFound();

	const works = await worksOf(app, classroomId);
	const seen = await readSeen(app, classroomId, works);
	const groups = (mayCount: (work: Work) => boolean) =>
		joinPairs(works.filter(mayCount), (lesson) => withPartner(app, lesson)[1] ?? null);
	const ofClass = groups(({ onlyFor }) => onlyFor === null);
	const ofStudent = (personId: string) => groups(({ onlyFor }) => onlyFor === null || onlyFor === personId);

	return {
		classroom: { id: classroomId, name: classroom.name, timeZone: classroom.timeZone },
		class: lineOf(app, ofClass, (work) => [...(seen.get(work.id)?.values() ?? [])]),
		student: chosen && {
			id: chosen.personId,
			name: chosen.displayName ?? '',
			...lineOf(app, ofStudent(chosen.personId), (work) => seenBy(seen, work.id, chosen.personId)),
		},
		students: students.map(({ personId, displayName }) => {
			const mine = works.map(({ id }) => seenBy(seen, id, personId)[0] ?? null);
			return {
				id: personId,
				name: displayName ?? '',
				handedIn: mine.filter((each) => each !== null).length,
				total: overTime(mine).total,
			};
		}),
	};
}

type Work = AssignmentRow & { edition: Edition; at: number };

/** The assignments that ask for marks, by their date. */
async function worksOf(app: App, classroomId: string): Promise<Work[]> {
	const works: Work[] = [];
	for (const assignment of await findAssignmentsOfClassroom(app.store.read, classroomId)) {
		const edition = await assignedRuledEdition(app, app.store.read, assignment);
		if (!edition.exercises.some(({ kind }) => kind === MARKING)) continue;
		works.push({ ...assignment, edition, at: assignment.dueAt ?? assignment.createdAt });
	}
	return works.toSorted((a, b) => a.at - b.at || a.createdAt - b.createdAt);
}

type SeenByWork = Map<string, Map<string, Seen>>;

/** By assignment and person. */
async function readSeen(app: App, classroomId: string, works: readonly Work[]): Promise<SeenByWork> {
	const exercises = new Map(
		works.map(({ id, edition }) => [
			id,
			new Map(edition.exercises.filter(({ kind }) => kind === MARKING).map((exercise) => [exercise.id, exercise])),
		]),
	);
	const ids = new Set([...exercises.values()].flatMap((each) => [...each.keys()]));
	// A class has few different counts: each is taken apart once.
	const read = new Map<string, Seen>();
	const seenIn = (stored: string): Seen => {
		const known = read.get(stored) ?? parse(seenSchema, JSON.parse(stored));
		read.set(stored, known);
		return known;
	};
	// By assignment, person and exercise: the newest key of each answer stands last, and wins.
	const latest = new Map(works.map(({ id }) => [id, new Map<string, Map<string, Seen>>()]));
	for (const row of await findSeenInClassroom(app.store.read, classroomId, [...ids])) {
		const exercise = exercises.get(row.assignmentId)?.get(row.exerciseId);
		const people = latest.get(row.assignmentId);
		if (!exercise || !people) continue;
		const own = people.get(row.personId) ?? new Map<string, Seen>();
		own.set(row.exerciseId, row.seen === null ? countAgain(app, exercise, row.content) : seenIn(row.seen));
		people.set(row.personId, own);
	}
	const byWork: SeenByWork = new Map();
	for (const [id, people] of latest) {
		byWork.set(id, new Map([...people].map(([personId, own]) => [personId, [...own.values()].reduce(addSeen)])));
	}
	return byWork;
}

/** For a score that was stored before scores said what was seen. */
function countAgain(app: App, exercise: Edition['exercises'][number], content: string | null): Seen {
	const key = markedText(exercise);
	const given = storedAnswer(app, exercise, content === null ? undefined : { content }) as GivenMarks;
	return poolSeen(key, [readMarks(key, given)]);
}

function seenBy(seen: SeenByWork, workId: string, personId: string): Seen[] {
	const own = seen.get(workId)?.get(personId);
	return own ? [own] : [];
}

function lineOf(app: App, groups: readonly Work[][], seenIn: (work: Work) => Seen[]): TimeLine {
	const pooled = groups.map((group) => group.map(seenIn));
	const { steps, total } = overTime(pooled.map((each) => poolOf(each.flat())));
	return {
		total,
		steps: steps.map((step, index) => {
			const group = groups[index] ?? [];
			return {
				...step,
				id: group[0]?.id ?? '',
				title: group.map(({ lesson }) => lessonTitle(app, lesson)).join(' and '),
				at: Math.max(...group.map(({ at }) => at)),
				handedIn: Math.max(0, ...(pooled[index] ?? []).map((people) => people.length)),
			};
		}),
	};
}

const poolOf = (all: readonly Seen[]): Seen | null => (all.length === 0 ? null : all.reduce(addSeen));
