/**
 * Who may do what: one table of named deeds. A deed that is not here cannot be done, and a subject carries the
 * relation that decides (a role in a classroom, the owner of a piece of work), never a global label.
 */
import type { Actor } from './actor.ts';

export type Role = 'teacher' | 'assistant' | 'student';
/** The actor's own role in the classroom that the deed is about; null for a stranger. */
export type ClassroomSubject = { role: Role | null };
export type WorkSubject = {
	ownerId: string;
	/** the actor's role in the work's classroom, if it has one */ role: Role | null;
};

const isRegistered = (actor: Actor) => actor.kind === 'registered';
const owns = (actor: Actor, subject: { ownerId: string }) =>
	actor.kind !== 'nobody' && actor.personId === subject.ownerId;
const teaches = (actor: Actor, subject: ClassroomSubject) => isRegistered(actor) && subject.role === 'teacher';
const belongs = (actor: Actor, subject: ClassroomSubject) => isRegistered(actor) && subject.role !== null;

export const rules = {
	'start practice': () => true,
	'change own work': owns,
	'see own work': owns,
	'keep an account': (actor: Actor) => isRegistered(actor),
	'have data': (actor: Actor) => actor.kind !== 'nobody',

	'open a classroom': (actor: Actor) => isRegistered(actor),
	'join a classroom': (actor: Actor) => isRegistered(actor),
	'list own classrooms': (actor: Actor) => isRegistered(actor),
	'see a classroom': belongs,
	'run a classroom': teaches,
	'do assigned work': (actor: Actor, subject: ClassroomSubject) => isRegistered(actor) && subject.role === 'student',
	'grade work': (actor: Actor, subject: WorkSubject) => isRegistered(actor) && subject.role === 'teacher',
	/** Only who teaches somewhere, and never while it is a secret from them as a student elsewhere. */
	'see a key': (actor: Actor, subject: { teachesSomewhere: boolean; secret: boolean }) =>
		isRegistered(actor) && subject.teachesSomewhere && !subject.secret,
} as const satisfies Record<string, (actor: Actor, subject: never) => boolean>;

export type Deed = keyof typeof rules;
export type SubjectOf<Name extends Deed> =
	Parameters<(typeof rules)[Name]> extends [Actor, infer Subject] ? Subject : undefined;
