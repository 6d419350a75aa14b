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
	try {
		// An offset such as +05:30 would be a clock that knows no summer time.
		if (/^[A-Za-z]/u.test(name) && new Intl.DateTimeFormat('en', { timeZone: name })) return name;
	} catch {
		// No clock of this server has that name.
	}
	throw new Invalid('Please choose a time zone from the list, such as Asia/Kolkata or Europe/London.', 'timeZone');
}
