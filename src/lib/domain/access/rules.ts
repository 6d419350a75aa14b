/**
 * Who may do what: one table of named deeds. A deed that is not here cannot be done, and a subject carries the
 * relation that decides (a role in a classroom, the owner of a piece of work), never a global label.
 */
import type { Actor } from './actor.ts';

export type Role = 'teacher' | 'assistant' | 'student';
/** The actor's own role in the classroom that the deed is about; null for a stranger. */
export type ClassroomSubject = {
	role: Role | null;
	/** Kept to be read: what would change it is refused. */
	archived: boolean;
};
export type WorkSubject = {
	ownerId: string;
	/** Whether it is work for a classroom in the archive. */
	archived: boolean;
};

const isRegistered = (actor: Actor) => actor.kind === 'registered';
const owns = (actor: Actor, subject: { ownerId: string }) =>
	actor.kind !== 'nobody' && actor.personId === subject.ownerId;
const has =
	(...roles: Role[]) =>
	(actor: Actor, { role }: Pick<ClassroomSubject, 'role'>) =>
		isRegistered(actor) && role !== null && roles.includes(role);

export const rules = {
	'start practice': () => true,
	'change own work': (actor: Actor, subject: WorkSubject) => owns(actor, subject),
	'see own work': owns,
	/** The only deed of a newcomer: server/access/authorize.ts refuses all others before it looks here. */
	'choose an own password': (actor: Actor) => actor.kind === 'newcomer',
	'keep an account': (actor: Actor) => isRegistered(actor),
	'have data': (actor: Actor) => actor.kind !== 'nobody',

	'open a classroom': (actor: Actor) => isRegistered(actor),
	'join a classroom': (actor: Actor) => isRegistered(actor),
	'list own classrooms': (actor: Actor) => isRegistered(actor),
	'see a classroom': has('teacher', 'assistant', 'student'),
	/** Its students, assignments, submissions, results, challenges and what the class marked. */
	'read a classroom as staff': has('teacher', 'assistant'),
	/** Points, comments, explanations, and giving work back: assistants too. */
	'grade work': (actor: Actor, subject: ClassroomSubject) => has('teacher', 'assistant')(actor, subject),
	/** Its roster, assignments, weights, exceptions, rulings, staff and settings. */
	'run a classroom': (actor: Actor, subject: ClassroomSubject) => has('teacher')(actor, subject),
	/** Reading its settings, and taking it out of the archive: the same people, archive or not. */
	'keep a classroom': has('teacher'),
	'do assigned work': (actor: Actor, subject: ClassroomSubject) => has('student')(actor, subject),
	/** What a student was given, did and got: also when the classroom is in the archive. */
	'see own results': has('student'),
	/** Only who teaches or assists somewhere, and never while it is a secret from them as a student elsewhere. */
	'see a key': (actor: Actor, subject: { isStaffSomewhere: boolean; secret: boolean }) =>
		isRegistered(actor) && subject.isStaffSomewhere && !subject.secret,
} as const satisfies Record<string, (actor: Actor, subject: never) => boolean>;

export type Deed = keyof typeof rules;
export type SubjectOf<Name extends Deed> =
	Parameters<(typeof rules)[Name]> extends [Actor, infer Subject] ? Subject : undefined;

/** Deeds that leave a classroom otherwise than it was. In the archive nothing changes. */
export const changesAClassroom: ReadonlySet<Deed> = new Set([
	'change own work',
	'do assigned work',
	'grade work',
	'run a classroom',
]);
