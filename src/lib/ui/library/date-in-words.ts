/** `1948-12-10` -> "10 December 1948"; a year, or "undated", stays as it is. */
export function dateInWords(date: string): string {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
	return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
