import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameClock, localDateTime, momentOf } from './local-time.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
const MINUTE = 60_000;

describe('a time typed by the clock of a classroom', () => {
	test('is that moment, wherever the server stands', () => {
		expect(momentOf('2026-11-30T16:00', 'Asia/Kolkata')).toBe(Date.UTC(2026, 10, 30, 10, 30));
		expect(momentOf('2026-11-30 16:00', 'UTC')).toBe(Date.UTC(2026, 10, 30, 16));
	});

	test('that the clocks skip is an hour later; one that comes twice is the first', () => {
		expect(momentOf('2027-03-28T02:30', 'Europe/Berlin')).toBe(momentOf('2027-03-28T03:30', 'Europe/Berlin'));
		expect(momentOf('2026-10-25T02:30', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30));
	});

	test('that no calendar knows is none', () => {
		for (const typed of ['2026-02-30T10:00', 'tomorrow', '2026-13-01T00:00']) expect(momentOf(typed, 'UTC')).toBeNull();
		expect(momentOf('2026-11-30T16:00', 'Mars/Olympus')).toBeNull();
	});

	test('comes back as it was typed, and stands still when it is saved again', () => {
		const moments = fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2090, 0) });
		fc.assert(
			fc.property(moments, fc.constantFrom(...zones), (time, zone) => {
				const typed = localDateTime(Math.floor(time / MINUTE) * MINUTE, zone);
				const moment = momentOf(typed, zone) ?? Number.NaN;
				expect(localDateTime(moment, zone)).toBe(typed);
				expect(momentOf(localDateTime(moment, zone), zone)).toBe(moment);
			}),
		);
	});
});

test('two zones show one clock as long as their offsets are the same', () => {
	expect(isSameClock(Date.UTC(2026, 0), 'Europe/Berlin', 'Europe/Paris')).toBe(true);
	expect(isSameClock(Date.UTC(2026, 0), 'Europe/London', 'UTC')).toBe(true);
	expect(isSameClock(Date.UTC(2026, 6), 'Europe/London', 'UTC')).toBe(false);
});
