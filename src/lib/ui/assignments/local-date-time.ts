/** `2026-11-30T16:00` in the time zone of whoever asks, a browser or the server: what a date-and-time field holds. */
export function localDateTime(milliseconds: number): string {
	const date = new Date(milliseconds);
	const part = (number: number) => String(number).padStart(2, '0');
	const day = [date.getFullYear(), part(date.getMonth() + 1), part(date.getDate())].join('-');
	return `${day}T${part(date.getHours())}:${part(date.getMinutes())}`;
}
