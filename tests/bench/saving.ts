/** Saving a draft (session, authorisation, validation, one committed row) beside the bare row. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from '../faults/client.ts';
import { expectStatus, save, workAt, type Work } from '../faults/people.ts';
import { node, temporaryFolder } from '../faults/server.ts';
import { cookieOf, fortyMarks, LESSON, oneChoice } from './people.ts';
import { inProcessorTime, processorTimeOf } from './processor-time.ts';
import { aimed, inMilliseconds, inThousands, median, seen, type Row } from './rows.ts';
import { pressSaves, type Pressure, type Saver } from './save-pressure.ts';
import { serve, type Setting } from './setting.ts';

const WARM_UP_SECONDS = 1;
const SHARE_OF_BARE = 1 / 4;

type Draft = ReturnType<typeof fortyMarks> | ReturnType<typeof oneChoice>;
const drafts: Record<string, (work: Work) => Draft> = { '40 marks': fortyMarks, 'a choice': oneChoice };

export async function measureSaving(setting: Setting): Promise<Row[]> {
	const app = await serve(setting, 'saving drafts');
	const bare = await startBare();
	try {
		const rows: Row[] = [];
		for (const [name, make] of Object.entries(drafts)) {
			const savers = await Promise.all(
				Array.from({ length: setting.connections }, () => saverWith(app.server.origin, make)),
			);
			rows.push(...(await compare(name, savers, app.server, bare, setting)));
		}
		return rows;
	} finally {
		bare.child.kill('SIGTERM');
		await app.stop();
	}
}

type Peer = { origin: string; pid: number };
type Measured = Pressure & { processor: number };

async function compare(name: string, savers: Saver[], app: Peer, bare: Peer, setting: Setting): Promise<Row[]> {
	const bareSavers = savers.map((saver) => ({ ...saver, cookie: '' }));
	const kept: Measured[] = [];
	const plain: Measured[] = [];
	await press(bare, bareSavers, WARM_UP_SECONDS);
	await press(app, savers, WARM_UP_SECONDS);
	for (let round = 0; round < setting.rounds; round++) {
		plain.push(await press(bare, bareSavers, setting.seconds));
		kept.push(await press(app, savers, setting.seconds));
	}
	const share = median(kept.map(({ rate }) => rate)) / median(plain.map(({ rate }) => rate));
	const size = `${(Buffer.byteLength(savers[0]?.body(1) ?? '') / 1024).toFixed(1)} kB`;
	return [
		seen('saving', `bare row, ${name} (${size})`, inWords(plain), numbersOf(plain)),
		aimed({
			part: 'saving',
			what: `saved draft, ${name} (${size})`,
			measured: `${inWords(kept)}, ${share.toFixed(2)} of bare`,
			aim: 'at least 0.25 of bare',
			isMet: share >= SHARE_OF_BARE,
			numbers: { ...numbersOf(kept), share },
		}),
	];
}

async function press({ origin, pid }: Peer, savers: Saver[], seconds: number): Promise<Measured> {
	const before = processorTimeOf(pid);
	const pressure = await pressSaves(origin, savers, seconds);
	return { ...pressure, processor: (processorTimeOf(pid) - before) / pressure.count };
}

async function saverWith(origin: string, make: (work: Work) => Draft): Promise<Saver> {
	const client = new Client(origin);
	const empty = await workAt(client, LESSON);
	const draft = make(empty);
	expectStatus(await save(client, empty, draft), 200);
	const { attemptId, editionId } = await workAt(client, LESSON);
	const [before = '', after = ''] = JSON.stringify({
		edition: editionId,
		try: 1,
		revision: '*',
		answer: draft.answer,
	}).split('"*"');
	return {
		path: `/attempts/${attemptId ?? ''}/answers/${draft.exercise}`,
		cookie: cookieOf(client),
		revision: 1,
		body: (revision) => before + String(revision) + after,
	};
}

async function startBare() {
	const child = spawn(node, [join(import.meta.dirname, 'bare-insert.ts'), temporaryFolder('bare')], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [port] = (await once(child.stdout, 'data')) as [Buffer];
	return { child, pid: child.pid ?? 0, origin: `http://127.0.0.1:${port.toString().trim()}` };
}

const numbersOf = (all: Measured[]) => ({
	processor: median(all.map(({ processor }) => processor)),
	rate: median(all.map(({ rate }) => rate)),
	p50: median(all.map(({ p50 }) => p50)),
	p99: median(all.map(({ p99 }) => p99)),
});

function inWords(all: Measured[]): string {
	const { rate, p50, p99, processor } = numbersOf(all);
	return `${inThousands(rate)}/s, p50 ${inMilliseconds(p50)}, p99 ${inMilliseconds(p99)}${inProcessorTime(processor)}`;
}
