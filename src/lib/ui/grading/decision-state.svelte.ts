/** One decision while it is being made: what is typed, whether it is kept, and what somebody else decided meanwhile. */
import { pointsInWords } from '../../domain/grading/points.ts';
import { pointsOfLevels, type ChosenLevels } from '../../domain/grading/rubric.ts';
import type { Deciding, Decision, Meanwhile } from '../../domain/grading/deciding.ts';
import { saveDraft } from './save-decision.ts';
import type { Unsaved } from './unsaved.ts';

const PAUSE_MS = 1_000;
const TRY_AGAIN_MS = 5_000;

export type DecisionKept = 'as it was' | 'typing' | 'saving' | 'kept' | 'unreachable' | 'refused';

type Given = { address: string; exercise: { id: string; points: number }; deciding: Deciding };
/** As a form came back without scripts. */
type Typed = { points: string; comment: string; levels: ChosenLevels } | null;

export class DecisionState implements Unsaved {
	points = $state('');
	comment = $state('');
	levels = $state<(number | null)[]>([]);
	kept = $state<DecisionKept>('as it was');
	problem = $state('');
	/** What was saved by somebody else, until one of the two is chosen. */
	meanwhile = $state.raw<Meanwhile | null>(null);
	gradeId = $state('');
	draftRevision = $state(0);
	hasDraft = $state(false);

	readonly exerciseId: string;
	readonly #possible: number;
	readonly #address: string;
	readonly #rubric: Deciding['rubric'];
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Drafts and grades of this exercise go one after the other: none overtakes the one before it. */
	#turns: Promise<unknown> = Promise.resolve();
	#isHeld = false;

	constructor({ address, exercise, deciding }: Given, typed: Typed, meanwhile: Meanwhile | null) {
		this.#address = address;
		this.exerciseId = exercise.id;
		this.#possible = exercise.points * 100;
		this.#rubric = deciding.rubric;
		this.adopt(deciding);
		if (!typed) return;
		this.#show(typed);
		this.meanwhile = meanwhile;
		this.kept = 'typing';
	}

	/** What the chosen levels come to; null until each criterion has one. */
	readonly sum = $derived.by(() => pointsOfLevels(this.#rubric, this.levels, this.#possible));
	/** The points were typed, and are others than the levels say. */
	readonly isAdjusted = $derived(
		this.sum !== null && this.points.trim() !== '' && this.points.trim() !== pointsInWords(this.sum),
	);

	/** Shows what is on the server: a draft, else the newest grade. What was typed since `sent` stands. */
	adopt({ draft, history, gradeId, rubric }: Deciding, sent: string | null = null): void {
		clearTimeout(this.#timer);
		this.gradeId = gradeId;
		this.draftRevision = draft?.revision ?? 0;
		this.hasDraft = draft !== null;
		this.meanwhile = null;
		this.problem = '';
		if (sent !== null && sent !== this.typed) return this.changed();
		this.#show(this.#asTyped(draft ?? history[0], rubric.length));
		this.kept = 'as it was';
	}

	/** The page was loaded anew: what somebody else decided is shown, unless something is being decided here. */
	refresh(deciding: Deciding): void {
		if (this.#isHeld) return;
		const isNews = deciding.gradeId !== this.gradeId || (deciding.draft?.revision ?? 0) > this.draftRevision;
		if (isNews && !this.isUnsaved && this.kept !== 'refused') this.adopt(deciding);
	}

	/** Everything that is typed, to be compared. */
	get typed(): string {
		return JSON.stringify([this.points.trim(), this.comment.trim(), this.levels]);
	}

	#asTyped(shown: Decision | undefined, criteria = this.#rubric.length): NonNullable<Typed> {
		return {
			points: shown?.points == null ? '' : pointsInWords(shown.points),
			comment: shown?.comment ?? '',
			levels: Array.from({ length: criteria }, (_, index) => shown?.levels?.[index] ?? null),
		};
	}

	#show({ points, comment, levels }: NonNullable<Typed>): void {
		this.points = points;
		this.comment = comment;
		this.levels = [...levels];
	}

	choose(criterion: number, level: number): void {
		this.levels[criterion] = level;
		if (this.sum !== null) this.points = pointsInWords(this.sum);
		this.changed();
	}

	/** The first criterion without a level; the first of all when each has one. */
	get nextCriterion(): number {
		return Math.max(0, this.levels.indexOf(null));
	}

	changed(): void {
		this.kept = 'typing';
		this.problem = '';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
	}

	get isUnsaved(): boolean {
		return this.kept === 'typing' || this.kept === 'saving' || this.kept === 'unreachable' || this.meanwhile !== null;
	}

	/** Sends what is not kept yet; true when everything typed is on the server. */
	flush(leaving = false): Promise<boolean> {
		clearTimeout(this.#timer);
		return this.#inTurn(() => {
			if (this.meanwhile) return false;
			if (this.kept !== 'typing' && this.kept !== 'unreachable') return this.kept !== 'refused';
			return this.#send(leaving);
		});
	}

	/** Waits for the drafts that are under way and lets no other go, until it is released: so the grade comes last. */
	async hold(): Promise<() => void> {
		let release = () => {};
		const released = new Promise<void>((resolve) => (release = resolve));
		const before = this.#turns;
		this.#turns = before.then(() => released);
		this.#isHeld = true;
		await before;
		// A try that failed meanwhile wants another one: the grade says it all.
		clearTimeout(this.#timer);
		return () => {
			this.#isHeld = false;
			release();
		};
	}

	#inTurn<Result>(deed: () => Result | Promise<Result>): Promise<Result> {
		const turn = this.#turns.then(deed);
		this.#turns = turn.catch(() => undefined);
		return turn;
	}

	async #send(leaving: boolean): Promise<boolean> {
		this.kept = 'saving';
		const { points, comment, gradeId, draftRevision } = this;
		const draft = { points, comment, levels: [...this.levels], gradeId, draftRevision };
		const outcome = await saveDraft(this.#address, this.exerciseId, draft, leaving);
		// Something was typed on while this was under way: that has its own turn.
		const isNewest = (this.kept as DecisionKept) === 'saving';
		if (outcome.is === 'saved') {
			this.draftRevision = outcome.revision;
			this.hasDraft = true;
			if (isNewest) this.kept = 'kept';
			return isNewest;
		}
		if (outcome.is === 'unreachable') {
			this.tryAgain();
			return false;
		}
		if (outcome.is === 'conflict') return this.hearOf(outcome.current, 'draft');
		this.problem = outcome.message;
		if (isNewest) this.kept = 'refused';
		return false;
	}

	/** The server gave no answer: what is typed goes as a draft as soon as it can. */
	tryAgain(): void {
		this.kept = 'unreachable';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), TRY_AGAIN_MS);
	}

	/**
	 * Something else is on the server than this page knew.
	 *
	 * @param wanted what this page was about to save
	 * @returns whether just that is there, as after a save whose answer was lost: then nothing is left to choose
	 */
	hearOf(theirs: Meanwhile, wanted: Meanwhile['is']): boolean {
		this.meanwhile = theirs;
		this.kept = 'typing';
		if (wanted === 'grade' && theirs.is === 'draft') return false;
		const { points, comment, levels } = this.#asTyped(theirs);
		if (JSON.stringify([points, comment, levels]) !== this.typed) return false;
		this.takeTheirs();
		return true;
	}

	/** One's own decision stands; what the other one decided stays in the history. */
	keepMine(): void {
		if (!this.meanwhile) return;
		this.gradeId = this.meanwhile.gradeId;
		this.draftRevision = this.meanwhile.draftRevision;
		this.meanwhile = null;
		this.changed();
	}

	takeTheirs(): void {
		const theirs = this.meanwhile;
		if (!theirs) return;
		this.keepMine();
		this.#show(this.#asTyped(theirs));
		clearTimeout(this.#timer);
		this.hasDraft = theirs.is === 'draft';
		this.kept = 'as it was';
	}
}
