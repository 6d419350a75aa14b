/** Where a saved grade leads to, read from the address that the server answers with. */
export function whereTo(location: string, from: string) {
	const { pathname, search, searchParams, hash } = new URL(location, from);
	const exercise = searchParams.get('exercise') ?? hash.replace(/^#exercise-/u, '');
	return { pathname, address: pathname + search, exercise: exercise || null };
}
