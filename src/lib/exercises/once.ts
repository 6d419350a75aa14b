/** Wraps lazy imports so that each is looked up once: asking for a known module again still costs a busy server a look-up. */
export function once<Module>(
	loads: Record<string, () => Promise<Module>>,
): (path: string) => Promise<Module> | undefined {
	const asked = new Map<string, Promise<Module>>();
	return (path) => {
		const known = asked.get(path);
		if (known) return known;
		const asking = loads[path]?.();
		if (!asking) return undefined;
		asked.set(path, asking);
		// A dead network is no reason never to ask again.
		asking.catch(() => asked.delete(path));
		return asking;
	};
}
