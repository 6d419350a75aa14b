import type { Actor } from '../../domain/access/actor.ts';
import { changesAClassroom, rules, type Deed, type SubjectOf } from '../../domain/access/rules.ts';
import { InArchive, NotFound } from '../../domain/errors.ts';

/**
 * The only place that refuses a person. Refusal and absence look alike, so a subject that was not found is passed
 * as null and refused in the same words. Who may do it, in a classroom that is in the archive, is told so.
 */
export function authorize<Name extends Deed>(
	deed: Name,
	actor: Actor,
	...[subject]: SubjectOf<Name> extends undefined ? [] : [subject: SubjectOf<Name> | null | undefined]
): void {
	// Whatever a rule says: a password that another person made opens nothing but the way to one's own.
	if (actor.kind === 'newcomer' && deed !== 'choose an own password') throw new NotFound();
	const rule = rules[deed] as (actor: Actor, subject: unknown) => boolean;
	if (subject === null || (rule.length > 1 && subject === undefined)) throw new NotFound();
	if (!rule(actor, subject)) throw new NotFound();
	if (changesAClassroom.has(deed) && (subject as { archived?: boolean } | undefined)?.archived) throw new InArchive();
}
