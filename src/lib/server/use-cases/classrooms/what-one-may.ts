import type { Actor } from '../../../domain/access/actor.ts';
import { changesAClassroom, rules, type Deed } from '../../../domain/access/rules.ts';
import type { App } from '../../app.ts';
import { relationTo } from './relation-to.ts';

/** What pages of a classroom offer: to change it, and to grade in it. The deeds themselves ask again. */
export type MayHere = { run: boolean; grade: boolean; archived: boolean };

/** For everybody who asks; a stranger may nothing, and learns nothing. */
export async function whatOneMay(app: App, actor: Actor, classroomId: string): Promise<MayHere> {
	const relation = await relationTo(app, actor, classroomId);
	const may = (deed: Deed & ('run a classroom' | 'grade work')) =>
		rules[deed](actor, relation) && !(relation.archived && changesAClassroom.has(deed));
	return { run: may('run a classroom'), grade: may('grade work'), archived: relation.archived };
}
