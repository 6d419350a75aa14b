import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { findWork } from '$lib/server/use-cases/gradebook/find-work.ts';

/** What a cell of the gradebook opens: the work where there is some to read, else the page of the assignment. */
export const GET = loading(async ({ locals: { app, actor }, params }: RequestEvent) => {
	const { classroom: classroomId, student: personId, assignment: assignmentId } = params;
	const { attemptId } = await findWork(app, actor, { classroomId, assignmentId, personId });
	const assignment = `/classrooms/${classroomId}/assignments/${assignmentId}`;
	redirect(303, attemptId === null ? assignment : `${assignment}/submissions/${attemptId}`);
});
