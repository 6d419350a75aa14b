/** A list of names taken into a classroom as its pages do it: looked at first, then confirmed, then the cards. */
import { unflattenValues } from './page-data.ts';
import { expectStatus, type Class } from './people.ts';

export type Looked = { list: string; fingerprint: string; batchId: string; toMake: number };
export type Batch =
	| { state: 'making'; made: number; total: number }
	| { state: 'made'; cards: { name: string; userName: string; password: string }[] }
	| { state: 'failed'; problem: string }
	| { state: 'gone' };

/** So many people whose names all differ. */
export const namesOf = (many: number): string =>
	Array.from({ length: many }, (_, at) => `Amina${letters(at)} Khan${letters(many - at)}`).join('\n');

const letters = (value: number) => value.toString(26).replaceAll(/\d/gu, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');

type Room = Pick<Class, 'teacher' | 'classroom'>;

export async function lookAt({ teacher, classroom }: Room, list: string): Promise<Looked> {
	const form = { list, order: 'first-last' };
	const reply = expectStatus(await teacher.enhancedPost(`/classrooms/${classroom}/students/add?/preview`, form), 200);
	const answer = JSON.parse(reply.text) as { type: string; data: string };
	if (answer.type !== 'success') throw new Error(`The list was refused: ${reply.text.slice(0, 300)}`);
	const { preview } = unflattenValues(JSON.parse(answer.data) as unknown[]) as {
		preview: { rows: { does: string }[]; fingerprint: string; batchId: string };
	};
	const toMake = preview.rows.filter(({ does }) => does === 'make').length;
	return { list, fingerprint: preview.fingerprint, batchId: preview.batchId, toMake };
}

/** The path of the page that shows how many cards are made, and then the cards. */
export async function confirm({ teacher, classroom }: Room, looked: Looked): Promise<string> {
	const { list, fingerprint, batchId } = looked;
	const form = { list, order: 'first-last', leaveOut: '', fingerprint, batchId };
	const reply = expectStatus(await teacher.post(`/classrooms/${classroom}/students/add?/import`, form), 303);
	return String(reply.headers.location);
}

export async function batchAt({ teacher }: Room, cards: string): Promise<Batch> {
	return (await teacher.data(cards)).batch as Batch;
}
