import type { Component } from 'svelte';
import { once } from '../../exercises/once.ts';

const lessons = import.meta.glob<Component>('$lessons/course/*/lesson.svx', { import: 'default' });
const load = once(lessons);

/** The prose of a lesson, compiled from its lesson.svx; null where the files have none (an older edition). */
export async function findProse(slug: string): Promise<Component | null> {
	const path = Object.keys(lessons).find((candidate) => candidate.endsWith(`/course/${slug}/lesson.svx`));
	return (path === undefined ? undefined : await load(path)) ?? null;
}
