/** Processor time that a process has used: unlike the clock it hardly minds who else is busy on the machine. */
import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second, on every machine that we know of. */
const TICK_MS = 10;

/** Milliseconds, user and system; NaN where the system does not say. */
export function processorTimeOf(pid: number): number {
	try {
		// After the name in brackets, which may hold anything: fields 14 and 15 of proc(5).
		const fields =
			readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
				.split(') ')
				.at(-1)
				?.split(' ') ?? [];
		return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
	} catch {
		return NaN;
	}
}

export const inProcessorTime = (milliseconds: number) =>
	Number.isNaN(milliseconds) ? '' : `, ${milliseconds.toFixed(2)} ms of processor each`;
