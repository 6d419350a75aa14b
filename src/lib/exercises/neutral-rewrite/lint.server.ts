import { locateQuote, QuoteProblem } from '../../domain/documents/locate-quote.ts';
import { checkRewrite, findKept, findTerm } from '../../domain/rewrite/check-rewrite.ts';
import { readText } from '../../domain/rewrite/read-text.ts';
import { tokensOf } from '../../domain/rewrite/tokens.ts';
import type { Lint, Scorer } from '../contract.ts';
import { lintRubric } from '../written.server.ts';
import type { NeutralRewriteInput } from './key.server.ts';
import type { NeutralRewriteTask } from './kind.ts';
import { passageOf } from './passage.ts';

type Given = Parameters<Scorer['lint']>[0] & Pick<NeutralRewriteInput, 'task' | 'key'>;

/** What an author has to mend: a key that the passage does not bear out, and a model that would not pass its own check. */
export function lintRewrite({ task, key, points, documents }: Given): Lint[] {
	const problem = whyNotFound(task, documents[task.document ?? '']?.text);
	if (problem) return [{ level: 'error', message: problem, quote: passageOf(task) }];
	return [...lintKey(passageOf(task), key), ...lintModel(passageOf(task), key), ...lintRubric(key.rubric, points)];
}

function lintKey(passage: string, { loaded, keep }: NeutralRewriteInput['key']): Lint[] {
	const read = readText(passage);
	const findings: Lint[] = [];
	const error = (message: string) => findings.push({ level: 'error', message });
	loaded.forEach(({ term }, index) => {
		if (findTerm(read, { term }).length === 0) error(`its loaded word “${term}” is not in the passage`);
		const isTwice = loaded.findIndex((other) => other.term.toLowerCase() === term.toLowerCase()) < index;
		if (isTwice) error(`its loaded word “${term}” is listed twice`);
	});
	for (const { what, is, anyOf } of keep) {
		if (findKept(read, { is, anyOf }).length === 0) error(`no wording of “${what}” stands in the passage`);
		const isPlain = (wording: string) => !loaded.some((term) => findTerm(readText(wording), term).length > 0);
		if (!anyOf.some(isPlain)) error(`“${what}” can only be said with a word that must go; give it a plain wording`);
		if (is === 'number' && !anyOf.some((wording) => tokensOf(wording).some(({ isNumber }) => isNumber))) {
			findings.push({ level: 'warning', message: `“${what}” is listed as a number, but none of its wordings has one` });
		}
	}
	return findings;
}

function lintModel(passage: string, key: NeutralRewriteInput['key']): Lint[] {
	const { terms, kept, misquoted } = checkRewrite(passage, key.model, key);
	const findings: Lint[] = [];
	const add = (level: Lint['level'], message: string) => findings.push({ level, message });
	for (const { term, state, found } of terms) {
		if (state === 'gone' || state === 'quoted') continue;
		add('error', `its model still has “${term.term}”: ${found.map((each) => `“${each}”`).join(', ')}`);
	}
	for (const { thing, state } of kept) {
		if (state === 'missing')
			add('error', `in its model “${thing.what}” is not found; add the model’s wording to anyOf`);
		if (state === 'turned') add('error', `in its model a “not” came or went at “${thing.what}”`);
	}
	for (const words of misquoted) {
		add('warning', `its model puts “${words}” in quotation marks, and the passage does not say that`);
	}
	return findings;
}

function whyNotFound({ quote, occurrence }: NeutralRewriteTask, text: string | undefined): string | null {
	if (text === undefined || quote === undefined) return null;
	try {
		locateQuote(text, quote, occurrence);
		return null;
	} catch (problem) {
		if (problem instanceof QuoteProblem) return problem.message;
		throw problem;
	}
}
