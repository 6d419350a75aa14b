import { articleParagraphs } from '../../domain/documents/article.ts';
import { wordsIn, words } from '../../domain/documents/words.ts';
import { keyItemOf, type KeyLure, type KeySpan } from '../../domain/lessons/document-key.ts';
import { baseline, type Baseline } from '../../domain/marking/baseline.ts';
import { decimalInWords } from '../../domain/marking/number-word.ts';
import type { Asked, ScoredMark } from '../../domain/marking/rule.ts';
import { scoreMarks, type MarksScore } from '../../domain/marking/score-marks.ts';
import { cover, distance, inReadingOrder, overlap } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import type { Lint, Scored, Scorer } from '../contract.ts';
import { explainKey, explainMarks } from './explain.server.ts';
import { shownSpans, type MarkSpansAnswer, type MarkSpansTask } from './kind.ts';
import type { MarkSpansReview } from './review.ts';

/** A selection from the document's key: what the task shows and asks for. */
export type MarkSpansKey = {
	spans: KeySpan[];
	lures: KeyLure[];
	/** What marking without reading would earn; null where there is nothing to find. */
	baseline: Baseline | null;
};

export type MarkSpansInput = Scored<MarkSpansTask, MarkSpansKey, MarkSpansAnswer>;

const BASELINE_TOO_HIGH = 0.5;
const BASELINE_HIGH = 0.25;
const FEWEST_WORDS_BETWEEN = 3;

export const scorer: Scorer<MarkSpansTask, MarkSpansKey, MarkSpansAnswer, MarkSpansReview, null> = {
	keySchema: null,

	buildKey(task, _, { documentKeys, documents }) {
		const shown = shownSpans(task, documents);
		const everything = { start: shown[0]?.start ?? 0, end: shown.at(-1)?.end ?? 0 };
		const isShown = (span: Span) => everything.start <= span.start && span.end <= everything.end;
		const whole = documentKeys[task.document];
		const key = {
			spans: (whole?.spans ?? []).filter((span) => task.categories.includes(span.category) && isShown(span)),
			lures: (whole?.lures ?? []).filter((lure) => task.categories.includes(lure.looksLike) && isShown(lure)),
		};
		const document = documents[task.document];
		if (!document) return { ...key, baseline: null };
		return {
			...key,
			baseline: baseline({
				text: document.text,
				paragraphs: articleParagraphs(document, task.paragraphs),
				key: key.spans.map(keyItemOf),
				categories: task.categories,
				asked: askedOf(task),
				...(task.constants ? { constants: task.constants } : {}),
			}),
		};
	},

	score(input) {
		const scored = scoreAnswer(input);
		return {
			earned: scored.earned,
			possible: input.points * 100,
			needsTeacher: false,
			detail: detailOf(scored, input.key),
		};
	},

	review: (input) => explainMarks(input, scoreAnswer(input)),
	keyReview: ({ key, documents, task }) => explainKey(key, documents[task.document]?.text ?? ''),

	lint: ({ task, key, documents }) => [
		...lintBaseline(key.baseline),
		...lintNeighbours(key.spans, documents[task.document]?.text ?? ''),
		...lintLures(key),
	],
};

export function scoreAnswer({ task, key, answer, points }: MarkSpansInput): MarksScore {
	const marks = answer.marks.map(({ start, end, category, technique }): ScoredMark => {
		return { start, end, category, ...(technique ? { technique } : {}) };
	});
	return scoreMarks(key.spans.map(keyItemOf), marks, {
		declaredClean: answer.nothingToMark,
		points,
		asked: askedOf(task),
		...(task.constants ? { constants: task.constants } : {}),
	});
}

const askedOf = (task: MarkSpansTask): Asked[] => (task.ask?.includes('technique') ? ['technique'] : []);

/** What is stored with the score: enough to say later how it came about, without the reasons. */
function detailOf({ pairs, extras, fragments, credit, penalty, K, score }: MarksScore, key: MarkSpansKey) {
	return {
		credit,
		penalty,
		K,
		score,
		pairs: pairs.map((pair) => ({
			item: key.spans[pair.item]?.id,
			marks: pair.mark.indexes,
			boundary: pair.boundary,
			credit: pair.credit,
			isSameCategory: pair.isSameCategory,
		})),
		extras: extras.map(({ mark }) => mark.indexes),
		fragments: fragments.map(({ indexes }) => indexes),
	};
}

function lintBaseline(found: Baseline | null): Lint[] {
	if (!found || found.score <= BASELINE_HIGH) return [];
	const message = `${found.strategy} would earn ${decimalInWords(found.score)} of the points`;
	if (found.score < BASELINE_TOO_HIGH) return [{ level: 'warning', message }];
	return [{ level: 'error', message: `${message}; ask for fewer categories or show a passage with more sound sentences` }];
}

function lintNeighbours(spans: readonly KeySpan[], text: string): Lint[] {
	const findings: Lint[] = [];
	const ordered = spans.toSorted(inReadingOrder);
	ordered.forEach((span, index) => {
		for (const next of ordered.slice(index + 1).filter(({ category }) => category === span.category)) {
			const isOverlapping = overlap(span, next) > 0;
			if (isOverlapping) {
				const message = `overlaps another ${span.category} span (“${span.quote}”): marks of one category merge, so both could never be found`;
				findings.push({ level: 'error', message, quote: next.quote });
			} else if (span.tier === 'core' && next.tier === 'core' && wordsBetween(text, span, next) < FEWEST_WORDS_BETWEEN) {
				const message = `stands within ${FEWEST_WORDS_BETWEEN} words of another core ${span.category} span (“${span.quote}”)`;
				findings.push({ level: 'warning', message, quote: next.quote });
			}
		}
	});
	return findings;
}

function wordsBetween(text: string, a: Span, b: Span): number {
	const gap = { start: Math.min(a.end, b.end), end: Math.max(a.start, b.start) };
	// Far apart: more than a few words stand between, whatever they are.
	if (distance(a, b) > 200) return Infinity;
	return wordsIn(words(text, cover(a, b)), gap).length;
}

function lintLures({ spans, lures }: MarkSpansKey): Lint[] {
	const core = spans.filter(({ tier }) => tier === 'core').length;
	if (lures.length * 2 >= core) return [];
	return [{ level: 'warning', message: `has ${lures.length} lures for ${core} core spans; half as many is the least` }];
}
