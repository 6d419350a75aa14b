/**
 * Moments as a classroom's clock shows them. A time that the clocks skip is read as the same time by the old clock, so an
 * hour later by the new one; a time that comes twice is the first of the two: Temporal's own `compatible` rule.
 */

/** UTC milliseconds of `2026-11-30T16:00` in a zone; null where no calendar knows it. */
export function momentOf(typed: string, timeZone: string): number | null {
	try {
		return Temporal.PlainDateTime.from(typed.trim()).toZonedDateTime(timeZone).epochMilliseconds;
	} catch {
		return null;
	}
}

/** `2026-11-30T16:00` in a zone: what a date-and-time field holds. Runs in every browser. */
export function localDateTime(moment: number, timeZone: string): string {
	const parts = new Intl.DateTimeFormat('en-GB', {
		timeZone,
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	}).formatToParts(moment);
	const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
	return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** Whether two zones show this moment alike. */
export function isSameClock(moment: number, one: string, other: string): boolean {
	return one === other || localDateTime(moment, one) === localDateTime(moment, other);
}
