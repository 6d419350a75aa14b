import { Invalid } from '../../../domain/errors.ts';

/** The time zones that can be chosen, by name; the present one is always among them. */
export function timeZones(present: string): string[] {
	return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', present])].sort();
}

/**
 * An IANA name of a time zone, as a browser tells it or a person chooses it; where nothing was told (a browser without
 * scripts), that of the server.
 */
export function parseTimeZone(typed: string): string {
	const name = typed.trim();
	if (name === '') return Temporal.Now.timeZoneId();
	if (isTimeZone(name)) return name;
	throw new Invalid('Please choose a time zone from the list, such as Asia/Kolkata or Europe/London.', 'timeZone');
}

/** An offset such as +05:30 is a clock that knows no summer time, and no name of a zone. */
function isTimeZone(name: string): boolean {
	try {
		return /^[A-Za-z]/u.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
	} catch {
		return false;
	}
}
