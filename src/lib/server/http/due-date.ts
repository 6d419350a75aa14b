import { Invalid } from '../../domain/errors.ts';
import type { FormValues } from './guard.ts';

/**
 * Reads the date of a field (`2026-11-30T16:00`, as a date-and-time field gives it) in the time zone that the browser named, or in
 * the server's where it named none. UTC milliseconds; null when the field is empty.
 */
export function readDue(form: FormValues, field = 'due'): number | null {
	const { [field]: due = '', zone = '' } = form;
	if (due.trim() === '') return null;
	try {
		const zoneId = zone === '' ? Temporal.Now.timeZoneId() : zone;
		return Temporal.PlainDateTime.from(due.trim()).toZonedDateTime(zoneId).epochMilliseconds;
	} catch {
		throw new Invalid('This is not a date that the calendar knows. Write it as 2026-11-30 16:00.', field);
	}
}
