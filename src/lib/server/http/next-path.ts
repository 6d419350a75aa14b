/** Where a person wanted to go before signing in: a path of this site, never another site. */
export function nextPath(url: URL, otherwise = '/lessons'): string {
	const wanted = url.searchParams.get('next');
	if (!wanted?.startsWith('/')) return otherwise;
	const target = new URL(wanted, url.origin);
	return target.origin === url.origin ? target.pathname + target.search : otherwise;
}
