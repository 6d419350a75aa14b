/** Where a person wanted to go before signing in: a path of this site, never another site. */
export function nextPath(url: URL, otherwise = '/lessons'): string {
	const wanted = url.searchParams.get('next') ?? '';
	const target = wanted.startsWith('/') ? URL.parse(wanted, url.origin) : null;
	// `/.//other.example` is a path of this site whose dots fall away: a browser would then read another site's name.
	if (target?.origin !== url.origin || target.pathname.startsWith('//')) return otherwise;
	return target.pathname + target.search;
}
