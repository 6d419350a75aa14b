/** A pool of sentences whose reasons, plainer wordings, evidence and names are random words. */
import { everyTechnique } from '../../src/lib/domain/study/readings.ts';
import { fixtureSentences } from '../study/fixture-pool.ts';

/** What is secret of one sentence, by the text that everybody may read. */
export type SecretSentence = { text: string; canaries: string[] };

/** The pool of the tests of studying, as a file of the lessons folder, and what of it is secret. */
export function secretPool(plant: () => string): { file: string; sentences: SecretSentence[] } {
	const sentences: SecretSentence[] = [];
	const given = fixtureSentences().map(({ id: _, occurrence: __, ...sentence }) => {
		const canaries = [plant(), plant(), plant(), plant()];
		const [id = '', why = '', plainer = '', says = ''] = canaries;
		sentences.push({ text: sentence.text, canaries });
		const evidence = [{ source: 'A source', address: 'https://example.org/', date: '2026', says }];
		return { ...sentence, id, why, plainer, evidence };
	});
	if (given.length < 2 * everyTechnique.length) throw new Error('The pool is too small to study with');
	// YAML reads JSON.
	return { file: JSON.stringify({ about: 'For this test.', sentences: given }), sentences };
}
