import { join } from 'node:path';

/** The one file that holds everything people did: in DATA_DIR, or in ./data. */
export function databaseFile(): string {
	return join(process.env.DATA_DIR || './data', 'underline.db');
}
