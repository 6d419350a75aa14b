/** Every kind of exercise, without its key half: safe in a browser. A new folder with a kind.ts is found by itself. */
import { safeParse } from 'valibot';
import type { ExerciseKind } from './contract.ts';

const modules = import.meta.glob<{ kind: ExerciseKind }>('./*/kind.ts', { eager: true });

export const kinds: ReadonlyMap<string, ExerciseKind> = new Map(
	Object.values(modules).map(({ kind }) => [kind.id, kind]),
);

export function kindOf(id: string): ExerciseKind {
	const kind = kinds.get(id);
	if (!kind) throw new Error(`There is no kind of exercise called ${id}.`);
	return kind;
}

/** The answer in the shape of its kind, or why it is none; whether it belongs to a task is `faults`' question. */
export function parseAnswer(kindId: string, given: unknown): { answer: unknown; problem: null } | { problem: string } {
	const parsed = safeParse(kindOf(kindId).answerSchema, given);
	return parsed.success ? { answer: parsed.output, problem: null } : { problem: parsed.issues[0].message };
}
