import { redirect } from '@sveltejs/kit';
import type { PageServerLoadEvent, RequestEvent } from './$types';
import { acting, loading } from '$lib/server/http/guard.ts';
import {
	archiveClassroom,
	changeSettings,
	takeOutOfArchive,
} from '$lib/server/use-cases/classrooms/change-settings.ts';
import { viewSettings } from '$lib/server/use-cases/classrooms/view-settings.ts';
import { changeRole, leaveStaff, removeStaff } from '$lib/server/use-cases/staff/change-staff.ts';
import { inviteStaff, takeBackInvitation } from '$lib/server/use-cases/staff/invite-staff.ts';

export const load = loading(async ({ locals: { app, actor }, params }: PageServerLoadEvent) =>
	viewSettings(app, actor, params.classroom),
);

export const actions = {
	change: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { name = '', timeZone = '' } = form;
		await changeSettings(app, actor, params.classroom, { name, timeZone });
		return { done: 'Name and time zone are saved.' };
	}),
	invite: acting(async ({ locals: { app, actor }, params, url }: RequestEvent, form) => {
		const role = form.role ?? '';
		const secret = await inviteStaff(app, actor, params.classroom, role);
		return { invited: { role, link: `${url.origin}/invitations/${secret}` } };
	}),
	takeBack: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await takeBackInvitation(app, actor, params.classroom, form.invitation ?? '');
		return { done: 'The invitation was taken back. Its link lets nobody in.' };
	}),
	role: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		const { person: personId = '', role = '' } = form;
		await changeRole(app, actor, params.classroom, { personId, role });
		return { done: role === 'teacher' ? 'There is one more teacher.' : 'There is one more assistant.' };
	}),
	remove: acting(async ({ locals: { app, actor }, params }: RequestEvent, form) => {
		await removeStaff(app, actor, params.classroom, form.person ?? '');
		return { done: 'The person no longer belongs to this classroom. Grades that they gave stay.' };
	}),
	leave: acting(async ({ locals: { app, actor }, params }: RequestEvent) => {
		await leaveStaff(app, actor, params.classroom);
		redirect(303, '/classrooms');
	}),
	archive: acting(async ({ locals: { app, actor }, params }: RequestEvent) => {
		await archiveClassroom(app, actor, params.classroom);
		return { done: 'The classroom is in the archive.' };
	}),
	takeOut: acting(async ({ locals: { app, actor }, params }: RequestEvent) => {
		await takeOutOfArchive(app, actor, params.classroom);
		return { done: 'The classroom is open again.' };
	}),
};
