/** One decision while it is being made: what is typed, whether it is kept, and what somebody else decided meanwhile. */
import { pointsInWords } from '../../domain/grading/points.ts';
import { pointsOfLevels, type ChosenLevels } from '../../domain/grading/rubric.ts';
import type { Deciding, Meanwhile } from '../../domain/grading/deciding.ts';
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
	#sending: Promise<unknown> = Promise.resolve();

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

	/** Shows what is on the server: a draft, else the newest grade. */
	adopt({ draft, history, gradeId, rubric }: Deciding): void {
		clearTimeout(this.#timer);
		const shown = draft ?? history[0];
		const points = shown?.points == null ? '' : pointsInWords(shown.points);
		this.#show({
			points,
			comment: shown?.comment ?? '',
			levels: rubric.map((_, index) => shown?.levels?.[index] ?? null),
		});
		this.gradeId = gradeId;
		this.draftRevision = draft?.revision ?? 0;
		this.hasDraft = draft !== null;
		this.meanwhile = null;
		this.problem = '';
		this.kept = 'as it was';
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
	async flush(leaving = false): Promise<boolean> {
		clearTimeout(this.#timer);
		await this.#sending;
		if (this.meanwhile) return false;
		if (this.kept !== 'typing' && this.kept !== 'unreachable') return this.kept !== 'refused';
		const sending = this.#send(leaving);
		this.#sending = sending;
		return sending;
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
			this.kept = 'unreachable';
			this.#timer = setTimeout(() => void this.flush(), TRY_AGAIN_MS);
			return false;
		}
		this.problem = outcome.message;
		if (outcome.is === 'conflict') {
			this.meanwhile = outcome.current;
			this.kept = 'typing';
		} else if (isNewest) this.kept = 'refused';
		return false;
	}

	/** Before the form goes: no draft may overtake the grade. */
	async settle(): Promise<void> {
		clearTimeout(this.#timer);
		await this.#sending;
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
		const points = theirs.points === null ? '' : pointsInWords(theirs.points);
		const levels = this.#rubric.map((_, index) => theirs.levels?.[index] ?? null);
		this.#show({ points, comment: theirs.comment, levels });
		clearTimeout(this.#timer);
		this.kept = 'as it was';
	}
}
