/** Lines of a saved page that are probably no article: for an author to check. */

export type Line = {
	text: string;
	/** It was a caption, a menu, a footer ... in the page's own markup. */ isAside: boolean;
};

const SAYS_SO =
	/^(?:also read|read also|read more|read next|see also|watch|listen|related(?: articles| stories)?|recommended|more from|more on|most read|trending|advertis|sponsored|promoted|share(?: this| on)?\b|follow us|join us|subscribe|sign up|newsletter|photo\b|image\b|picture\b|credit\b|file photo|getty|©|copyright|all rights reserved|tags?:|filed under|categories:|comments?\b|leave a reply|print this|click here|skip to|cookie|last updated|published(?: on)?\b|updated(?: on)?\b|posted (?:on|by|in)\b|\d+ min(?:ute)?s?(?: read)?$|by [\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]+){0,3}$|\(?(?:photo|image)[^.]{0,80}\)?$)/iu;
const LONGEST = 160;

/** The lines, each with whether it looks like furniture; a line that stands there again does too. */
export function guessFurniture(lines: readonly Line[]): (Line & { isFurniture: boolean })[] {
	const seen = new Set<string>();
	return lines.map((line) => {
		const again = seen.has(line.text);
		seen.add(line.text);
		const says = line.text.length <= LONGEST && SAYS_SO.test(line.text);
		return { ...line, isFurniture: line.isAside || says || again };
	});
}
