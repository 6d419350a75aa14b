import { describe, expect, it } from 'vitest';
import { backupName, superfluousBackups } from './which-backups-stay.ts';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 22, 3, 15);
const daily = (days: number) => Array.from({ length: days }, (_, age) => backupName(NOW - age * DAY));

describe('after a backup', () => {
	it('names it by its moment, and sorts by it', () => {
		expect(backupName(NOW)).toBe('underline-2026-11-22T03-15-00Z.db');
	});

	it('nothing goes while there are fourteen', () => {
		expect(superfluousBackups(daily(14), NOW)).toEqual([]);
	});

	it('of two years of days the newest fourteen stay, and the last of each month of the past year', () => {
		const all = daily(730);
		const gone = new Set(superfluousBackups(all, NOW));
		const kept = all.filter((name) => !gone.has(name)).map((name) => name.slice(10, 20));
		expect(kept.slice(0, 14).at(-1)).toBe('2026-11-09');
		expect(kept.slice(14)).toEqual([
			'2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30', '2026-03-31',
			'2026-02-28', '2026-01-31', '2025-12-31',
		]); // prettier-ignore
	});

	it('keeps the newest however old they are', () => {
		const old = [2019, 2020].map((year) => backupName(Date.UTC(year, 1, 3)));
		expect(superfluousBackups(old, NOW)).toEqual([]);
	});

	it('never touches a file that is no backup', () => {
		const other = ['underline.db', 'notes.txt', 'underline-copy.db', 'underline-2026-11-22T03-15-00Z.db.partial'];
		expect(superfluousBackups([...daily(20), ...other], NOW)).toEqual(daily(20).slice(14).toReversed());
	});
});
