const NEWEST = 14;
const MONTHS = 12;

const pattern = /^underline-(\d{4})-(\d{2})-(\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.db$/;

/** "underline-2026-11-22T15-30-00Z.db": UTC, so that the order of the names is the order of the copies. */
export function backupName(at: number): string {
	return `underline-${fileDate(at)}.db`;
}

/** A moment as a file's name can carry it, on every system. */
export const fileDate = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/**
 * Which of these files a new backup makes superfluous: all but the newest fourteen and the last one of each month of
 * the past year. Names that no backup of ours has are never among them.
 */
export function superfluousBackups(names: readonly string[], now: number): string[] {
	const backups = names.filter((name) => pattern.test(name)).toSorted();
	const oldest = new Date(now);
	const firstMonth = Date.UTC(oldest.getUTCFullYear(), oldest.getUTCMonth() - MONTHS + 1, 1);

	const stays = new Set(backups.slice(-NEWEST));
	const lastOfMonth = new Map(backups.map((name) => [monthOf(name), name]));
	for (const [month, name] of lastOfMonth) if (month >= firstMonth) stays.add(name);
	return backups.filter((name) => !stays.has(name));
}

function monthOf(name: string): number {
	const [, year, month] = pattern.exec(name) ?? [];
	return Date.UTC(Number(year), Number(month) - 1, 1);
}
