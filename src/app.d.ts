import type { Actor } from '$lib/domain/access/actor.ts';

declare global {
	namespace App {
		interface Locals {
			actor: Actor;
		}
		interface Error {
			message: string;
		}
	}
}
