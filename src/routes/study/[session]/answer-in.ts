/**
 * The answer in a form, still unchecked. Marks come as JSON; without JavaScript as the places of their first and last
 * word, which are held against the sentence like any other.
 */
export function answerIn(form: Record<string, string>): unknown {
	const confidence = form.confidence ? { confidence: form.confidence } : {};
	if (form.play !== 'mark-spans') {
		const technique = form.technique ? { technique: form.technique } : {};
		return { play: 'quick-call', category: form.category, ...technique, ...confidence };
	}
	const nothingToMark = form.nothing !== undefined;
	const marks = nothingToMark ? [] : form.marks === undefined ? marksOfWords(form) : parsed(form.marks);
	return { play: 'mark-spans', marks, nothingToMark, ...confidence };
}

function marksOfWords({ text = '', first, last, called }: Record<string, string>): unknown[] {
	if (!first || !last || !called) return [];
	const [start, end] = [Number(first), Number(last)];
	// "loaded" or "loaded euphemism"
	const [category, technique] = called.split(' ');
	return [{ start, end, quote: text.slice(start, end), category, ...(technique ? { technique } : {}) }];
}

function parsed(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return null;
	}
}
