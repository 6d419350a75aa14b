/** Equal content, whatever the order of the fields: the server writes them in its own. */
export function isSameAnswer(one: unknown, other: unknown): boolean {
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
	if (Array.isArray(one) !== Array.isArray(other)) return false;
	const fields = Object.entries(one);
	return (
		fields.length === Object.keys(other).length &&
		fields.every(([name, value]) => name in other && isSameAnswer(value, (other as Record<string, unknown>)[name]))
	);
}
