import type { KeyLure, KeySpan } from '../../domain/lessons/document-key.ts';
import type { Baseline } from '../../domain/marking/baseline.ts';
import type { Scored } from '../contract.ts';
import type { MarkSpansAnswer, MarkSpansTask } from './kind.ts';

/** A selection from the document's key: what the task shows and asks for. */
export type MarkSpansKey = {
	spans: KeySpan[];
	lures: KeyLure[];
	/** What marking without reading would earn; null where there is nothing to find. */
	baseline: Baseline | null;
};

export type MarkSpansInput = Scored<MarkSpansTask, MarkSpansKey, MarkSpansAnswer>;
