/**
 * Sessions. The only file that imports lucia (named by the owner, no longer developed; docs/decisions/002 says what
 * would replace it). Its stock adapter stores the cookie's value as it is; ours stores the SHA-256 of it.
 */
import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import type { Actor } from '../../domain/access/actor.ts';
import type { Store } from '../database/store.ts';
import * as sessions from '../repositories/sessions.ts';
import { updatePerson } from '../repositories/people.ts';

type PersonAttributes = {
	userName: string | null;
	displayName: string | null;
	lastSeenAt: number;
	mustChangePassword: boolean;
};

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof createLucia>;
		DatabaseUserAttributes: PersonAttributes;
	}
}

export const SESSION_COOKIE = 'underline_session';
/** A guest's work is kept this long after the last visit, and so is the session that leads to it. */
export const SESSION_DAYS = 180;
const DAY = 24 * 60 * 60 * 1000;

export type CookieToSet = { value: string; expires: Date };
export type Known = { actor: Actor; cookie: CookieToSet | null };

export interface Sessions {
	/** Who holds this cookie; `cookie` is to be sent again when the session was prolonged. */
	whoIs(cookie: string | undefined): Promise<Known>;
	start(personId: string): Promise<CookieToSet>;
	end(cookie: string | undefined): Promise<void>;
	endAllOf(personId: string): Promise<void>;
	sweep(): Promise<void>;
}

export const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex');

const NOBODY: Known = { actor: { kind: 'nobody' }, cookie: null };

export function createSessions(store: Store, now: () => number = Date.now): Sessions {
	const lucia = createLucia(store);

	const toCookie = (session: { id: string; expiresAt: Date }): CookieToSet => ({
		value: session.id,
		expires: session.expiresAt,
	});

	const noteVisit = async (personId: string, lastSeenAt: number) => {
		if (now() - lastSeenAt < DAY) return;
		try {
			await store.write((transaction) => updatePerson(transaction, personId, { lastSeenAt: now() }));
		} catch (problem) {
			// A full disk must not keep people from reading.
			console.error('A visit could not be noted:', problem);
		}
	};

	return {
		async whoIs(cookie) {
			if (!cookie || cookie.length > 100) return NOBODY;
			const { session, user } = await lucia.validateSession(cookie);
			if (!session) return NOBODY;
			await noteVisit(user.id, user.lastSeenAt);
			return { actor: toActor(user), cookie: session.fresh ? toCookie(session) : null };
		},
		start: async (personId) => toCookie(await lucia.createSession(personId, {})),
		async end(cookie) {
			if (cookie) await lucia.invalidateSession(cookie);
		},
		endAllOf: (personId) => lucia.invalidateUserSessions(personId),
		sweep: () => lucia.deleteExpiredSessions(),
	};
}

function toActor(user: PersonAttributes & { id: string }): Actor {
	if (user.userName === null) return { kind: 'guest', personId: user.id };
	return {
		kind: user.mustChangePassword ? 'newcomer' : 'registered',
		personId: user.id,
		userName: user.userName,
		displayName: user.displayName ?? user.userName,
	};
}

function createLucia(store: Store) {
	return new Lucia(hashingAdapter(store), {
		sessionExpiresIn: new TimeSpan(SESSION_DAYS, 'd'),
		sessionCookie: { name: SESSION_COOKIE },
		getUserAttributes: (attributes) => attributes,
	});
}

function hashingAdapter(store: Store): Adapter {
	const toSession = (id: string, row: { personId: string; expiresAt: number }): DatabaseSession => ({
		id,
		userId: row.personId,
		expiresAt: new Date(row.expiresAt),
		attributes: {},
	});
	return {
		async getSessionAndUser(id) {
			const row = await sessions.findSession(store.read, hashed(id));
			if (!row) return [null, null];
			const { userName, displayName, lastSeenAt, mustChangePassword } = row;
			const attributes = { userName, displayName, lastSeenAt, mustChangePassword };
			return [toSession(id, row), { id: row.personId, attributes }];
		},
		async getUserSessions(personId) {
			const rows = await sessions.findSessionsOf(store.read, personId);
			return rows.map((row) => toSession(row.id, row));
		},
		setSession: ({ id, userId, expiresAt }) =>
			store.write((transaction) =>
				sessions.insertSession(transaction, { id: hashed(id), personId: userId, expiresAt: expiresAt.getTime() }),
			),
		updateSessionExpiration: (id, expiresAt) =>
			store.write((transaction) => sessions.extendSession(transaction, hashed(id), expiresAt.getTime())),
		deleteSession: (id) => store.write((transaction) => sessions.deleteSession(transaction, hashed(id))),
		deleteUserSessions: (personId) => store.write((transaction) => sessions.deleteSessionsOf(transaction, personId)),
		deleteExpiredSessions: () => store.write((transaction) => sessions.deleteSessionsBefore(transaction, Date.now())),
	};
}
