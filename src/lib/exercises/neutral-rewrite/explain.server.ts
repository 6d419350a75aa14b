/** What the checker found, in words to whoever wrote the rewrite. */
import { words } from '../../domain/documents/words.ts';
import { capitalNumberWord, numberWord } from '../../domain/marking/number-word.ts';
import {
	findKept,
	type CheckedRewrite as Checked,
	type KeptThing,
	type LoadedTerm,
	type TermState,
} from '../../domain/rewrite/check-rewrite.ts';
import { readText } from '../../domain/rewrite/read-text.ts';
import type { CheckedTerm, CheckedThing, Standing } from './review.ts';

/** A rewrite with fewer than one word for so many of the passage is hardly an account of it. */
const FAR_SHORTER = 3;

export function headlineOf({ terms, kept, isUnchanged }: Checked): string {
	if (isUnchanged) return 'No word of the passage was changed.';
	const gone = terms.filter(({ state }) => state === 'gone').length;
	const quoted = terms.filter(({ state }) => state === 'quoted').length;
	const there = kept.filter(({ state }) => state === 'there').length;
	return `${goneInWords(gone, quoted, terms.length)}, and ${thereInWords(there, kept.length)}.`;
}

function goneInWords(gone: number, quoted: number, all: number): string {
	if (quoted > 0 && gone + quoted === all) {
		if (all === 1) return 'The loaded word is kept as a quotation';
		const what = gone === 0 ? 'kept as quotations' : 'gone or kept as quotations';
		return `All ${numberWord(all)} loaded words are ${what}`;
	}
	if (all === 1) return gone === 1 ? 'The loaded word is gone' : 'The loaded word is still there';
	if (gone === all) return `All ${numberWord(all)} loaded words are gone`;
	const some = gone === 0 ? 'None' : capitalNumberWord(gone);
	const also =
		quoted === 0 ? '' : `, ${numberWord(quoted)} ${quoted === 1 ? 'is kept as a quotation' : 'are kept as quotations'}`;
	return `${some} of the ${numberWord(all)} loaded words ${gone < 2 ? 'is' : 'are'} gone${also}`;
}

function thereInWords(there: number, all: number): string {
	if (all === 1) return there === 1 ? 'what has to stay is there' : 'what has to stay was not found';
	if (there === all) return `all ${numberWord(all)} things that have to stay are there`;
	if (there === 0) return `none of the ${numberWord(all)} things that have to stay was found`;
	const found = there === 1 ? 'was found' : 'were found';
	return `${numberWord(there)} of the ${numberWord(all)} things that have to stay ${found}`;
}

export function sentencesOf(passage: string, rewrite: string, { misquoted, isUnchanged }: Checked): string[] {
	const said: string[] = [];
	const [own, whole] = [words(rewrite).length, words(passage).length];
	if (own * FAR_SHORTER < whole) {
		said.push(
			`It has ${own === 1 ? '1 word' : `${own} words`}, the passage ${whole}: make sure that every claim is still said in a sentence.`,
		);
	}
	if (misquoted.length > 0 && !isUnchanged) {
		said.push(`${quoted(misquoted)}: that stands in quotation marks, but not like this in the passage.`);
	}
	said.push(
		'Only words were looked for, and no points come from that. Whether it is true to the passage, fair and clear is for a reader to judge: in a classroom your teacher, alone you, with the model and the checklist.',
	);
	return said;
}

const ofTerm: Record<TermState, { standing: Standing; said: string; note: string }> = {
	gone: { standing: 'well', said: 'Gone', note: '' },
	quoted: {
		standing: 'well',
		said: 'Kept as a quotation',
		note: 'The sentence says whose word it is: that is reporting.',
	},
	unattributed: {
		standing: 'not yet',
		said: 'Still there, in quotation marks',
		note: 'The marks alone only cast doubt. Say whose word it is, or find a plain one.',
	},
	negated: {
		standing: 'not yet',
		said: 'Still there, behind a “not”',
		note: 'A word that is denied is heard all the same, and the claim is another one now.',
	},
	still: { standing: 'not yet', said: 'Still there', note: '' },
};

export function checkedTerm({ term: { term, carried }, state, found }: Checked['terms'][number]): CheckedTerm {
	const { standing, said, note } = ofTerm[state];
	return { term, carried, standing, note, said: found.length === 0 ? said : `${said}: ${quoted(found)}` };
}

export function checkedThing(passage: string, { thing, state, found }: Checked['kept'][number]): CheckedThing {
	const { what, is } = thing;
	if (state === 'there') return { what, is, standing: 'well', said: `There: ${quoted([found ?? ''])}`, note: '' };
	const before = inPassage(passage, thing);
	if (state === 'turned') {
		return {
			what,
			is,
			standing: 'look',
			said: `There, but a “not” came or went: ${quoted([found ?? ''])}`,
			note: `${before} Does yours still say the same?`,
		};
	}
	const note = is === 'claim' ? `${before} If yours says it in other words, all is well.` : before;
	return { what, is, standing: 'not yet', said: 'Not found', note };
}

export const keyTerm = ({ term, carried }: LoadedTerm): CheckedTerm => ({
	term,
	carried,
	standing: null,
	said: '',
	note: '',
});

export const keyThing = (passage: string, thing: KeptThing): CheckedThing => ({
	what: thing.what,
	is: thing.is,
	standing: null,
	said: '',
	note: inPassage(passage, thing),
});

function inPassage(passage: string, thing: KeptThing): string {
	const [first] = findKept(readText(passage), thing);
	return first ? `In the passage: ${quoted([passage.slice(first.start, first.end)])}.` : '';
}

const quoted = (all: readonly string[]): string => all.map((each) => `“${inItsDirection(each)}”`).join(', ');

/** Urdu in an English sentence keeps its own order of words (Unicode FSI and PDI). */
const inItsDirection = (words: string): string => (/[\u0590-\u08ff]/u.test(words) ? `\u2068${words}\u2069` : words);
