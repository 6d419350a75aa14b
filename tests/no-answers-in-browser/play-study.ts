/** Plays studying alone and the glossary, and looks after each reply at what it tells of the pool. */
import { expect } from 'vitest';
import type { ShownItem, StudyPage } from '../../src/lib/server/use-cases/study/view-session.ts';
import type { TrySentence } from '../../src/lib/server/use-cases/study/try-technique.ts';
import type { Client } from '../faults/client.ts';
import { unflatten } from '../faults/page-data.ts';
import { expectStatus } from '../faults/people.ts';
import { record } from './play.ts';
import type { SecretSentence } from './practice.ts';
import type { Recorded } from './secrets.ts';

const told = ({ text, canaries }: SecretSentence, recorded: readonly Recorded[]) =>
	canaries
		.filter((canary) => recorded.some(({ reply }) => reply.text.includes(canary)))
		.map((each) => `${text} ${each}`);

/** What the replies hold of any key but those of the sentences that may be explained by now; names of sentences never. */
export function toldTooEarly(
	recorded: readonly Recorded[],
	sentences: readonly SecretSentence[],
	explained: ReadonlySet<string> = new Set(),
): string[] {
	return sentences.flatMap(({ text, canaries: [name = '', ...reasons] }) =>
		told({ text, canaries: explained.has(text) ? [name] : [name, ...reasons] }, recorded),
	);
}

/** All of one session or placement, every answer "nothing to mark". @returns how many sentences were answered */
export async function playStudy(client: Client, path: string, sentences: readonly SecretSentence[]): Promise<number> {
	const explained = new Set<string>();
	const recorded = record(client);
	const [address = '', query = ''] = path.split('?');
	const expectNothingMore = () => {
		expect(toldTooEarly(recorded, sentences, explained)).toEqual([]);
		recorded.length = 0;
	};
	for (let answered = 0; ; answered += 1) {
		expectStatus(await client.get(path), 200);
		const data = expectStatus(await client.get(`${address}/__data.json${query && `?${query}`}`), 200);
		const { session } = unflatten(data.text) as { session: StudyPage };
		// A worked example is another sentence, told with all its reasons.
		if (session.next?.example) explained.add(session.next.example.text);
		expectNothingMore();
		if (session.next === null) return answered;

		const reply = await client.post(`${address}?/answer${query && `&${query}`}`, soundAnswer(session.next));
		expectStatus(reply, 303);
		explained.add(session.next.text);
		const shown = expectStatus(await client.get(String(reply.headers.location)), 200);
		const secret = sentences.find(({ text }) => text === session.next?.text);
		expect(shown.text).toContain(secret?.canaries[1] ?? 'a sentence of the pool');
	}
}

function soundAnswer({ place, sentence, play }: ShownItem): Record<string, string> {
	const given = { place: String(place), sentence, play, confidence: 'sure' };
	return play === 'mark-spans' ? { ...given, nothing: 'on' } : { ...given, category: 'sound' };
}

/** The three sentences of a page of the glossary: before an answer, and after one of them. */
export async function playGlossary(client: Client, technique: string, sentences: readonly SecretSentence[]) {
	const recorded = record(client);
	const path = `/techniques/${technique}`;
	expectStatus(await client.get('/techniques'), 200);
	expectStatus(await client.get(path), 200);
	const { tries } = (await client.data(path)) as { tries: TrySentence[] };
	expect(tries).toHaveLength(3);
	await client.post(`${path}?/try`, { [tries[0]?.sentence ?? '']: 'perhaps' });
	await client.post(`${path}?/try`, { 'another-one': 'sound' });
	expect(toldTooEarly(recorded, sentences)).toEqual([]);

	const [first] = tries;
	const secret = sentences.find(({ text }) => text === first?.text);
	const reply = expectStatus(await client.post(`${path}?/try`, { [first?.sentence ?? '']: 'sound' }), 200);
	expect(reply.text).toContain(secret?.canaries[1] ?? 'a sentence of the pool');
	expect(toldTooEarly(recorded, sentences, new Set([first?.text ?? '']))).toEqual([]);
}
