/** A date as it is printed, by the clock of the classroom: paper has no time zone of its own. */
export const dayOnPaper = (at: number, timeZone: string): string =>
	new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(at);
