import { cutPool, type StudyPool } from '../../../domain/study/study-pool.ts';
import type { PoolSentence } from '../../../domain/study/pool.ts';
import type { App } from '../../app.ts';
import { practiceClosed } from '../work/practice-closed.ts';

export type OpenPool = StudyPool & {
	/** Whether a sentence may be asked or explained now. */
	has(sentence: PoolSentence): boolean;
};

/**
 * The pool without sentences of withdrawn documents, and of documents that a class on this server works on while
 * practice is closed: their reasons are answers to somebody's assignment.
 */
export async function openPool(app: App): Promise<OpenPool> {
	const shut = await shutDocuments(app);
	const has = ({ source }: PoolSentence) => !shut.has(source);
	const { asked, tries } = cutPool(app.course.practice.values());
	return {
		asked: asked.filter(has),
		tries: new Map([...tries].map(([technique, sentences]) => [technique, sentences.filter(has)])),
		has,
	};
}

async function shutDocuments(app: App): Promise<Set<string>> {
	const shut = new Set([...app.course.documents.values()].filter(({ withdrawn }) => withdrawn).map(({ name }) => name));
	const quoted = new Set([...app.course.practice.values()].map(({ source }) => source));
	for (const { slug, edition } of app.course.lessons.values()) {
		const used = Object.keys(edition.documents).filter((name) => quoted.has(name));
		if (used.length === 0 || !(await practiceClosed(app, slug))) continue;
		for (const name of used) shut.add(name);
	}
	return shut;
}
