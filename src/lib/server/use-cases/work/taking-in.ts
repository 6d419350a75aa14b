/** Whether work on an assignment is taken in from a student now: after it has opened, and before it closes. */
import { Conflict } from '../../../domain/errors.ts';
import { isClosed, ownCloseAt, type Exception } from '../../../domain/grading/exceptions.ts';
import type { App } from '../../app.ts';
import type { AssignmentRow } from '../../repositories/assignments.ts';

type MaybeException = Exception | null | undefined;

export class NotYetOpen extends Conflict {
	override name = 'NotYetOpen';
}

/** Nothing of an assignment that has not opened reaches a student, whichever way it is asked for. */
export function refuseBeforeOpening(app: App, { openAt }: AssignmentRow): void {
	if (openAt !== null && app.now() < openAt) {
		throw new NotYetOpen('This is not open yet. When it opens stands on your list of lessons.');
	}
}

/** For every save, hand-in and new attempt. What was typed stays in the browser, and what was saved stays here. */
export function refuseUnlessOpen(app: App, assignment: AssignmentRow, exception: MaybeException): void {
	refuseBeforeOpening(app, assignment);
	if (!isClosed(app.now(), ownCloseAt(assignment, exception))) return;
	throw new Conflict(
		'This is closed: nothing is taken in any more. What you had saved is kept, and can be read here.',
		{
			closed: true,
		},
	);
}
