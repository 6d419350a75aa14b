import type { Actor } from '$lib/domain/access/actor.ts';
import type { App as Underline } from '$lib/server/app.ts';

declare global {
	namespace App {
		interface Locals {
			app: Underline;
			actor: Actor;
			theme: 'light' | 'dark' | 'system';
		}
		interface Error {
			message: string;
		}
		interface PageData {
			viewer: { kind: 'nobody' | 'guest' | 'registered' | 'newcomer'; displayName: string | null; theme: string };
		}
	}
}
