import { createHash } from 'node:crypto';
import type { PlannedSentence } from '../../../domain/study/plan.ts';

/**
 * What a page calls a sentence, to name it again with the answer. Authors name sentences by what is in them, so those
 * names would tell the key.
 */
export const nameForPage = ({ sentence, version }: PlannedSentence): string =>
	createHash('sha256')
		.update(JSON.stringify([sentence, version]))
		.digest('hex')
		.slice(0, 20);
