import { articleParagraphs } from '../../domain/documents/article.ts';
import { amendSpans } from '../../domain/grading/rulings.ts';
import { keyItemOf } from '../../domain/lessons/document-key.ts';
import { baseline, type Baseline } from '../../domain/marking/baseline.ts';
import { counted } from '../../domain/marking/number-word.ts';
import { withDefaults, type Asked, type ScoredMark } from '../../domain/marking/rule.ts';
import { scoreMarks, type MarksScore } from '../../domain/marking/score-marks.ts';
import { seenIn } from '../../domain/measures/seen.ts';
import { isSame } from '../../domain/spans/algebra.ts';
import type { Span } from '../../domain/spans/span.ts';
import type { Lint, Scorer } from '../contract.ts';
import { explainKey, explainMarks } from './explain.server.ts';
import type { MarkSpansInput, MarkSpansKey } from './key.server.ts';
import { shownSpans, type MarkSpansAnswer, type MarkSpansTask } from './kind.ts';
import type { MarkSpansReview } from './review.ts';

const BASELINE_TOO_HIGH = 0.5;
const BASELINE_HIGH = 0.25;

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
			detail: detailOf(scored, input),
		};
	},

	review: (input) => explainMarks(input, scoreAnswer(input)),
	keyReview: ({ key, documents, task }) => explainKey(key, documents[task.document]?.text ?? ''),

	extraMarks: (input) =>
		scoreAnswer(input).extras.map(({ mark: { start, end, category } }) => {
			return { document: input.task.document, start, end, category };
		}),

	amendKey({ task, key, documents }, ruling) {
		const shown = shownSpans(task, documents);
		const [from, to] = [shown[0]?.start ?? 0, shown.at(-1)?.end ?? 0];
		const shows = ({ category, start, end }: ScoredMark) =>
			task.categories.includes(category) && from <= start && end <= to;
		return amendSpans(key, ruling, task.document, shows);
	},

	isChallengeable(input, target) {
		if (target.is === 'option' || target.document !== input.task.document) return false;
		if (target.is === 'span') return input.key.spans.some(({ id }) => id === target.id);
		const { marks } = input.answer;
		const extras = scoreAnswer(input).extras.flatMap(({ mark }) => mark.indexes);
		return extras.some((index) => {
			const mark = marks[index];
			return mark?.category === target.category && isSame(mark, target) && mark.quote === target.quote;
		});
	},

	lint: ({ key }) => [...lintBaseline(key.baseline), ...lintLures(key)],
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
function detailOf(
	{ pairs, extras, fragments, credit, penalty, K, score }: MarksScore,
	{ key, answer, task }: MarkSpansInput,
) {
	const { lureFrom } = withDefaults(task.constants);
	return {
		/** The class over time is read from this alone. */
		seen: seenIn(key, pairs, answer.marks, lureFrom),
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
	const message = `${found.strategy} would earn ${found.score.toFixed(2)} of the points`;
	if (found.score < BASELINE_TOO_HIGH) return [{ level: 'warning', message }];
	return [
		{ level: 'error', message: `${message}; ask for fewer categories or show a passage with more sound sentences` },
	];
}

function lintLures({ spans, lures }: MarkSpansKey): Lint[] {
	const core = spans.filter(({ tier }) => tier === 'core').length;
	if (lures.length * 2 >= core) return [];
	return [
		{
			level: 'warning',
			message: `has ${counted(lures.length, 'lure')} for ${counted(core, 'core span')}; half as many is the least`,
		},
	];
}
