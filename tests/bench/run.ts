/**
 * `npm run bench [-- part ...] [--json] [--profile] [--seconds N] [--rounds N]`: measures the built server side by side with what it is
 * held against, and says for each aim whether it is met. Parts: pages, saving, handing-in, scoring, teaching, study, weight.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from '../../src/cli/bootstrap/build.js';
import { whileAlone } from '../../src/cli/bootstrap/lock.js';
import { node, tidyUp } from '../faults/server.ts';
import { measureHandingIn } from './handing-in.ts';
import { measurePages } from './pages.ts';
import { toTable, type Row } from './rows.ts';
import { measureSaving } from './saving.ts';
import { measureScoring } from './scoring.ts';
import type { Setting } from './setting.ts';
import { measureStudy } from './study.ts';
import { measureTeaching } from './teaching.ts';
import { measureWeight } from './weight.ts';

const parts: Record<string, (setting: Setting) => Promise<Row[]>> = {
	pages: measurePages,
	saving: measureSaving,
	'handing-in': measureHandingIn,
	scoring: (setting) => Promise.resolve(measureScoring(setting.rounds)),
	teaching: measureTeaching,
	study: measureStudy,
	weight: measureWeight,
};

const needsNoServer = new Set(['scoring', 'study']);

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		json: { type: 'boolean', default: false },
		profile: { type: 'boolean', default: false },
		seconds: { type: 'string', default: '4' },
		rounds: { type: 'string', default: '3' },
	},
});
const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const unknown = wanted.filter((name) => !(name in parts));
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
if (unknown.length > 0 || !(seconds > 0) || !Number.isInteger(rounds) || rounds < 2) {
	console.error(
		`usage: npm run bench -- [${Object.keys(parts).join('] [')}] [--json] [--profile] [--seconds 4] [--rounds 3]`,
	);
	console.error('Each thing is measured at least twice.');
	process.exit(2);
}

const say = (line: string) => console.error(line);
const profiles: { title: string; summary: string }[] = [];
const rows: Row[] = [];
const loadBefore = loadavg()[0] ?? 0;
try {
	const setting: Setting = {
		built: wanted.every((name) => needsNoServer.has(name)) ? '' : await builtApp(),
		seconds,
		rounds,
		connections: 8,
		onProfile: values.profile ? (title, summary) => profiles.push({ title, summary }) : null,
	};
	for (const name of wanted) {
		say(`Measuring ${name} ...`);
		rows.push(...((await parts[name]?.(setting)) ?? []));
	}
} finally {
	await tidyUp();
}
report();

/** BUILT_DIR as it is; else the sources as they are now, in a folder that serves nobody. */
async function builtApp(): Promise<string> {
	if (process.env.BUILT_DIR) return process.env.BUILT_DIR;
	process.env.BUILD_DIR = 'build-bench';
	return whileAlone(() => buildApp(node));
}

function report(): void {
	const machine = {
		node: process.version,
		processors: availableParallelism(),
		model: cpus()[0]?.model ?? '',
		loadBefore,
		loadAfter: loadavg()[0] ?? 0,
	};
	const result = { at: new Date().toISOString(), machine, seconds, rounds, rows, profiles };
	const file = join(import.meta.dirname, `results-${result.at.slice(0, 10)}.json`);
	writeFileSync(file, `${JSON.stringify(result, null, '\t')}\n`);
	if (values.json) {
		console.log(JSON.stringify(result, null, '\t'));
		return;
	}
	console.log(toTable(rows));
	const load = `load ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after`;
	console.log(
		`\n${String(machine.processors)} processors (${machine.model}), Node ${machine.node}, one server process; ${load}.`,
	);
	for (const { title, summary } of profiles) console.log(`\n${title}: ${summary}`);
	const missed = rows.filter(({ isMet }) => isMet === false);
	if (missed.length > 0 && !values.profile) console.log('\nAn aim is missed: --profile says where the time goes.');
}
