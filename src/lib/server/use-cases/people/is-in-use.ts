import type { App } from '../../app.ts';
import { hasRegisteredPeople } from '../../repositories/people.ts';

/** Whether real people may have accounts on this server: then nothing made for show belongs on it. */
export function isInUse(app: App): Promise<boolean> {
	return hasRegisteredPeople(app.store.read);
}
