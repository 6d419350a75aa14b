/** The review of a marked text: every span, every extra and every tempting non-span with its reason. */
import { keyItemOf, type KeyLure, type KeySpan } from '../../domain/lessons/document-key.ts';
import type { Category } from '../../domain/marking/categories.ts';
import { feedbackInWords, misfitInWords, misfitOf } from '../../domain/marking/feedback.ts';
import { counted, decimalInWords } from '../../domain/marking/number-word.ts';
import { boundaryScore, withDefaults } from '../../domain/marking/rule.ts';
import type { MatchedPair, MarksScore } from '../../domain/marking/score-marks.ts';
import { categoryWording, techniqueWording } from '../../domain/marking/wording.ts';
import { inReadingOrder } from '../../domain/spans/algebra.ts';
import type { MarkSpansInput, MarkSpansKey } from './key.server.ts';
import type { MarkOutcome, MarkSpansReview, ReviewAccount, ReviewExtra, ReviewItem, ReviewLure } from './review.ts';

export function explainMarks(input: MarkSpansInput, scored: MarksScore): MarkSpansReview {
	const { task, key, answer, documents } = input;
	const text = documents[task.document]?.text ?? '';
	const lures = key.lures.map((lure) => explainLure(lure, isMarked(lure, input)));
	const items = key.spans.map((span, index) => {
		const pair = scored.pairs.find(({ item }) => item === index);
		return explainItem(text, span, pair);
	});
	const core = items.filter(({ tier }) => tier === 'core');
	const found = core.filter(({ outcome }) => outcome === 'found' || outcome === 'boundary');

	const { headline, sentences } = feedbackInWords({
		core: core.length,
		found: found.length,
		misfits: scored.pairs.flatMap((pair) => {
			const span = key.spans[pair.item];
			const isMisfit = span?.tier === 'core' && pair.isSameCategory && pair.place < 1;
			return isMisfit ? [misfitOf(text, pair.mark, span)] : [];
		}),
		otherTechnique: found.filter(({ techniqueRight }) => techniqueRight === false).length,
		otherCategory: core.filter(({ outcome }) => outcome === 'category').length,
		free: items.filter(({ outcome }) => outcome === 'accepted').length,
		fragments: scored.fragments.length,
		extras: scored.extras.length,
		lures: lures.length,
		luresMarked: lures.filter(({ marked }) => marked).length,
		declaredClean: answer.nothingToMark,
	});

	return {
		kind: 'mark-spans',
		headline,
		sentences,
		items: items.toSorted(inReadingOrder),
		extras: scored.extras.map((extra) => explainExtra(text, extra, input)),
		lures: lures.toSorted(inReadingOrder),
		fragments: scored.fragments.flatMap(({ indexes }) => indexes),
		account: accountOf(input, scored),
	};
}

/** The same without an answer: what a teacher sees of the key. */
export function explainKey(key: MarkSpansKey, text: string): MarkSpansReview {
	const items = key.spans.map((span) => explainItem(text, span, undefined, true)).toSorted(inReadingOrder);
	const core = items.filter(({ tier }) => tier === 'core').length;
	const free = items.length - core;
	return {
		kind: 'mark-spans',
		headline: `${counted(core, 'passage')} to find`.replace(/^./, (letter) => letter.toUpperCase()) + '.',
		sentences: [
			...(free > 0 ? [`Marking ${counted(free, 'further passage')} earns and costs nothing.`] : []),
			...(key.lures.length > 0
				? [`${counted(key.lures.length, 'sound passage')} may tempt; each has its reason.`]
				: []),
			...(key.baseline ? [baselineSentence(key.baseline)] : []),
		].map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1)),
		items,
		extras: [],
		lures: key.lures.map((lure) => explainLure(lure, false)).toSorted(inReadingOrder),
		fragments: [],
		account: null,
	};
}

function explainItem(text: string, span: KeySpan, pair: MatchedPair | undefined, isKeyOnly = false): ReviewItem {
	const outcome = isKeyOnly ? 'not-marked' : outcomeOf(span, pair);
	const { plainer, voice, status, fit, note } = span;
	return {
		id: span.id,
		start: span.start,
		end: span.end,
		quote: span.quote,
		category: span.category,
		technique: [...span.technique],
		tier: span.tier,
		outcome,
		verdict: isKeyOnly ? '' : verdictOf(text, span, pair, outcome),
		...(pair ? { markIndex: pair.mark.indexes[0] ?? 0, credit: pair.credit } : {}),
		...(pair && pair.isSameCategory && pair.asked > 0 ? { techniqueRight: pair.right === pair.asked } : {}),
		why: span.why,
		...(plainer === undefined ? {} : { plainer }),
		...(voice ? { voice: [...voice] } : {}),
		...(status ? { status: [...status] } : {}),
		...(fit ? { fit: [...fit] } : {}),
		evidence: [...span.evidence],
		...(note === undefined ? {} : { note }),
		...(span.tier === 'contested' ? { discussion: note ?? openQuestion } : {}),
	};
}

const openQuestion = 'Careful readers disagree about this one. What speaks for marking it, and what against?';

function outcomeOf({ tier }: KeySpan, pair: MatchedPair | undefined): MarkOutcome {
	if (!pair) return tier === 'core' ? 'missed' : 'not-marked';
	if (tier !== 'core') return 'accepted';
	if (!pair.isSameCategory) return 'category';
	return pair.place < 1 ? 'boundary' : 'found';
}

function verdictOf(text: string, span: KeySpan, pair: MatchedPair | undefined, outcome: MarkOutcome): string {
	if (outcome === 'missed') return 'Not marked.';
	if (outcome === 'not-marked') return 'Left alone, and that is fine: marking it would have earned and cost nothing.';
	if (outcome === 'accepted') return 'Open to either view: marking it earns and costs nothing.';
	if (outcome === 'category' && pair) {
		const given = categoryWording[pair.mark.category].label;
		return `The right place with the wrong name: you called it ${given}; the key calls it ${categoryWording[span.category].label}.`;
	}
	const place =
		outcome === 'boundary' && pair
			? `Found, but ${misfitInWords(misfitOf(text, pair.mark, keyItemOf(span)))}.`
			: 'Found.';
	if (!pair || pair.right === pair.asked) return place;
	return `${place} The technique is ${span.technique.map((each) => techniqueWording[each].label).join(' or ')}.`;
}

const explainLure = ({ start, end, quote, looksLike, why }: KeyLure, marked: boolean): ReviewLure => {
	return { start, end, quote, looksLike, why, marked };
};

function isMarked(lure: KeyLure, { task, answer }: MarkSpansInput): boolean {
	const { lureFrom } = withDefaults(task.constants);
	return answer.marks.some((mark) => mark.category === lure.looksLike && boundaryScore(mark, lure) >= lureFrom);
}

const nothingOfThisKind: Record<Category, string> = {
	loaded:
		'The key has nothing loaded here. Compare: does a plainer word carry the same fact? If not, the word is plain already. Your teacher may see it differently.',
	claim:
		'The key has no unsupported claim here. Compare: could a record settle it, and does the text itself give no support? Demands, opinions and supported statements are left alone. Your teacher may see it differently.',
	authority:
		'The key has no appeal to authority here. Compare: take the source away. If only an actor is gone and no reason to believe, it was a mention. Your teacher may see it differently.',
};

/** An extra on a lure has the lure's own reason; any other has a fair general one. */
function explainExtra(
	text: string,
	{ mark, penalty }: MarksScore['extras'][number],
	input: MarkSpansInput,
): ReviewExtra {
	const { lureFrom } = withDefaults(input.task.constants);
	const [lure] = input.key.lures
		.filter(({ looksLike }) => looksLike === mark.category)
		.filter((each) => boundaryScore(mark, each) >= lureFrom)
		.toSorted((a, b) => boundaryScore(mark, b) - boundaryScore(mark, a));
	return {
		markIndex: mark.indexes[0] ?? 0,
		start: mark.start,
		end: mark.end,
		quote: text.slice(mark.start, mark.end),
		category: mark.category,
		why: lure?.why ?? nothingOfThisKind[mark.category],
		penalty,
	};
}

function accountOf({ key, points }: MarkSpansInput, scored: MarksScore): ReviewAccount {
	const { credit, penalty, K, score, earned } = scored;
	const words = (value: number) => decimalInWords(value);
	const rows = [{ label: 'Passages to find', value: words(K) }];
	if (K > 0) rows.push({ label: 'Credit for what you found', value: words(credit) });
	rows.push({ label: 'Less, for marks that are not in the key', value: words(penalty) });
	rows.push({
		label: K > 0 ? 'What is left, as a share of the passages to find' : 'What is left',
		value: words(score),
	});
	rows.push({ label: `Points, of ${points}`, value: (earned / 100).toFixed(2) });
	if (key.baseline)
		rows.push({
			label: `For comparison: ${key.baseline.strategy} would have earned`,
			value: key.baseline.score.toFixed(2),
		});
	return {
		rows,
		credit,
		penalty,
		K,
		score,
		earned: earned / 100,
		possible: points,
		baseline: key.baseline ? { score: key.baseline.score, strategy: key.baseline.strategy } : null,
	};
}

const baselineSentence = ({ strategy, score }: { strategy: string; score: number }): string =>
	`${strategy} would earn ${score.toFixed(2)} of the points.`;
