/**
 * How a dictionary of suggestions is written: base forms, from which `../forms.ts` makes the others.
 * In a phrase `~` after a word stands for all forms of a verb, `+` for one or many, `_` for any one word.
 */
export type WordList = {
	technique: string;
	/**
	 * How often a word is loaded where news uses it: `strong` nearly always, `medium` often, `weak` only in loaded company.
	 */
	strength: Strength;
	verbs?: string;
	nouns?: string;
	adjectives?: string;
	phrases?: string;
};

export type Strength = 'strong' | 'medium' | 'weak';
