/** Where the time went: the functions that a V8 CPU profile saw most, by their own time. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type CallFrame = { functionName: string; url: string; lineNumber: number };
type Profile = {
	nodes: { id: number; callFrame: CallFrame; children?: number[] }[];
	samples: number[];
	/** Microseconds between samples. */
	timeDeltas: number[];
};

const MOST_FUNCTIONS = 16;
const NOT_BUSY = new Set(['(idle)', '(program)', '(root)']);

/** Microseconds by function: its own, and with all that it calls. */
type Times = { own: Map<string, number>; whole: Map<string, number> };

export function summariseProfiles(folder: string): string {
	if (!existsSync(folder)) return 'No profile was written.';
	const times: Times = { own: new Map(), whole: new Map() };
	for (const file of readdirSync(folder)) {
		addTimes(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile, times);
	}
	const busy = [...times.own].reduce((sum, [name, time]) => (NOT_BUSY.has(name) ? sum : sum + time), 0);
	return [
		`busy ${(busy / 1e6).toFixed(1)} s, idle ${((times.own.get('(idle)') ?? 0) / 1e6).toFixed(1)} s`,
		'by their own time:',
		...mostOf(times.own, busy),
		'with all that they call:',
		...mostOf(times.whole, busy),
	].join('\n');
}

function mostOf(times: Map<string, number>, busy: number): string[] {
	return [...times]
		.filter(([name]) => !NOT_BUSY.has(name))
		.toSorted(([, a], [, b]) => b - a)
		.slice(0, MOST_FUNCTIONS)
		.map(([name, time]) => `${((100 * time) / busy).toFixed(1).padStart(5)} %  ${name}`);
}

function addTimes({ nodes, samples, timeDeltas }: Profile, { own, whole }: Times): void {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const ownOfNode = new Map<number, number>();
	samples.forEach((id, index) => ownOfNode.set(id, (ownOfNode.get(id) ?? 0) + (timeDeltas[index] ?? 0)));

	// A function that calls itself is counted once on each way down.
	const visit = (id: number, above: ReadonlySet<string>): number => {
		const node = byId.get(id);
		if (!node) return 0;
		const name = nameOf(node.callFrame);
		const self = ownOfNode.get(id) ?? 0;
		own.set(name, (own.get(name) ?? 0) + self);
		const below = new Set(above).add(name);
		const total = (node.children ?? []).reduce((sum, child) => sum + visit(child, below), self);
		if (!above.has(name)) whole.set(name, (whole.get(name) ?? 0) + total);
		return total;
	};
	const first = nodes[0];
	if (first) visit(first.id, new Set());
}

function nameOf({ functionName, url, lineNumber }: CallFrame): string {
	const file = url.split('/').slice(-2).join('/');
	return `${functionName || '(anonymous)'}${file ? `  ${file}:${String(lineNumber + 1)}` : ''}`;
}
