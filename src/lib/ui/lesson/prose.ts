import type { Component } from 'svelte';

const lessons = import.meta.glob<{ default: Component }>('$lessons/course/*/lesson.svx');

/** The prose of a lesson, compiled from its lesson.svx; null where the files have none (an older edition). */
export async function findProse(slug: string): Promise<Component | null> {
	const path = Object.keys(lessons).find((candidate) => candidate.endsWith(`/course/${slug}/lesson.svx`));
	const load = path === undefined ? undefined : lessons[path];
	return load ? (await load()).default : null;
}
