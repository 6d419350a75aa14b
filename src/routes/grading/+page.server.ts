import type { PageServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { viewQueue } from '$lib/server/use-cases/grading/view-queue.ts';

/** Everything that waits for whoever looks, or what waits in one classroom (`?classroom=`). */
export const load = loading(async ({ locals: { app, actor }, url }: PageServerLoadEvent) => {
	const classroomId = url.searchParams.get('classroom');
	const queue = await viewQueue(app, actor, null);
	return {
		chosen: classroomId,
		queue: classroomId === null ? queue : await viewQueue(app, actor, classroomId),
		classrooms: [...new Map(queue.map(({ classroom }) => [classroom.id, classroom])).values()],
	};
});
