import type { LayoutServerLoadEvent } from './$types';
import { loading } from '$lib/server/http/guard.ts';
import { whatOneMay } from '$lib/server/use-cases/classrooms/what-one-may.ts';

/** Every page of a classroom shows only what its reader may do. */
export const load = loading(async ({ locals: { app, actor }, params }: LayoutServerLoadEvent) => ({
	may: await whatOneMay(app, actor, params.classroom),
}));
