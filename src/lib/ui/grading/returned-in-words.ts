/** "27 pieces of work were returned." and what stayed, where a draft is not finished. */
export function returnedInWords({ returned, unfinished }: { returned: number; unfinished: number }): string {
	const done = returned === 1 ? 'One piece of work was returned.' : `${returned} pieces of work were returned.`;
	if (unfinished === 0) return done;
	const stayed = unfinished === 1 ? 'One was not' : `${unfinished} were not`;
	return `${done} ${stayed}: a draft there has no level for some criterion, and no points.`;
}
