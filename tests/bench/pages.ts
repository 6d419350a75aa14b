/** Pages a second: the lesson beside an empty page, in turns, so that a busy minute falls on all of them. */
import autocannon from 'autocannon';
import { Client } from '../faults/client.ts';
import { assign, expectStatus, join, newAccount, openClass, workAt } from '../faults/people.ts';
import type { RunningServer } from '../faults/server.ts';
import { buildEmptyPage } from './empty-page.ts';
import { answerMost, cookieOf, LESSON } from './people.ts';
import { inProcessorTime, processorTimeOf } from './processor-time.ts';
import { aimed, inMilliseconds, inThousands, median, seen, type Row } from './rows.ts';
import { serve, type Setting } from './setting.ts';

/** Enough for V8 to have made machine code of what every page runs through. */
const WARM_UP_REQUESTS = 1_500;
const SHARE_OF_EMPTY = 1 / 3;

type Target = { what: string; url: string; cookie: string; pid: number };
type Measured = { rate: number; p50: number; p99: number; processor: number };

export async function measurePages(setting: Setting): Promise<Row[]> {
	const empty = await serve(setting, 'empty page', await buildEmptyPage());
	const app = await serve(setting, 'lesson pages');
	const found = await findTargets(empty.server, app.server);
	// A profile is of one kind of page alone.
	const targets = setting.onProfile ? found.filter(({ what }) => what === EMPTY || what === SIGNED_IN) : found;

	const measured = new Map<string, Measured[]>(targets.map(({ what }) => [what, []]));
	for (const target of targets) await press(target, { connections: setting.connections, amount: WARM_UP_REQUESTS });
	for (let round = 0; round < setting.rounds; round++) {
		for (const target of targets) {
			measured
				.get(target.what)
				?.push(await press(target, { connections: setting.connections, duration: setting.seconds }));
		}
	}
	await empty.stop();
	await app.stop();

	const emptyRate = median(measured.get(EMPTY)?.map(({ rate }) => rate) ?? []);
	return targets.map(({ what }) => toRow(what, measured.get(what) ?? [], emptyRate));
}

async function findTargets(emptyServer: RunningServer, { origin: app, pid }: RunningServer): Promise<Target[]> {
	const guest = new Client(app);
	await answerMost(guest, await workAt(guest, LESSON), () => workAt(guest, LESSON));
	const signedIn = await newAccount({ origin: app }, 'amara');
	await answerMost(signedIn, await workAt(signedIn, LESSON), () => workAt(signedIn, LESSON));
	const period = await openClass({ origin: app });
	const student = await join({ origin: app }, period.joinCode, 'ben');
	const assigned = `${await assign(period, { lesson: 'borrowed-authority', feedbackRule: 'returned' })}/work`;
	await answerMost(student, await workAt(student, assigned), () => workAt(student, assigned));

	const page = expectStatus(await signedIn.get(LESSON), 200);
	if (!page.text.includes('Who says so? The text does not tell.'))
		throw new Error('The page is thinner than the real one');
	return [
		{ what: EMPTY, url: `${emptyServer.origin}/`, cookie: '', pid: emptyServer.pid },
		{ what: 'SvelteKit page of 84 kB, no data', url: `${emptyServer.origin}/long`, cookie: '', pid: emptyServer.pid },
		{ what: 'lesson page, nobody', url: app + LESSON, cookie: '', pid },
		{ what: 'lesson page, guest with work', url: app + LESSON, cookie: cookieOf(guest), pid },
		{ what: SIGNED_IN, url: app + LESSON, cookie: cookieOf(signedIn), pid },
		{ what: 'assigned lesson, signed in with work', url: app + assigned, cookie: cookieOf(student), pid },
	];
}

const EMPTY = 'empty SvelteKit page';
const SIGNED_IN = 'lesson page, signed in with work';

type Pressing = { connections: number } & ({ duration: number } | { amount: number });

async function press({ what, url, cookie, pid }: Target, pressing: Pressing): Promise<Measured> {
	const headers = { accept: 'text/html', ...(cookie ? { cookie } : {}) };
	const before = processorTimeOf(pid);
	const result = await autocannon({ url, headers, ...pressing });
	if (result.non2xx + result.errors + result.timeouts > 0) throw new Error(`${what}: not every request was answered`);
	const { requests, duration: took, latency } = result;
	const processor = (processorTimeOf(pid) - before) / requests.total;
	return { rate: requests.total / took, p50: latency.p50, p99: latency.p99, processor };
}

function toRow(what: string, all: Measured[], emptyRate: number): Row {
	const rate = median(all.map((each) => each.rate));
	const p50 = median(all.map((each) => each.p50));
	const p99 = median(all.map((each) => each.p99));
	const processor = median(all.map((each) => each.processor));
	const share = rate / emptyRate;
	const said = `${inThousands(rate)}/s, p50 ${inMilliseconds(p50)}, p99 ${inMilliseconds(p99)}, ${share.toFixed(2)} of empty${inProcessorTime(processor)}`;
	const numbers = { rate, p50, p99, share, processor };
	if (what !== SIGNED_IN) return seen('pages', what, said, numbers);
	return aimed({
		part: 'pages',
		what,
		measured: said,
		aim: 'at least 0.33 of empty',
		isMet: share >= SHARE_OF_EMPTY,
		numbers,
	});
}
