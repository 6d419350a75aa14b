/** Languages of this library that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ks', 'pnb', 'ps', 'sd', 'ur']);

/** The attributes of an element whose words are in a language. */
export const inLanguage = (language: string): { lang: string; dir: 'rtl' | 'ltr' } => ({
	lang: language,
	dir: RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr',
});
