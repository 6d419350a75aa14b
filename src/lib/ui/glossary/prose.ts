import type { Component } from 'svelte';
import { once } from '../../exercises/once.ts';

const pages = import.meta.glob<Component>('$lessons/techniques/*.svx', { import: 'default' });
const load = once(pages);

/** The prose of a glossary page, compiled from its file; null where the course has none. */
export async function findTechniqueProse(technique: string): Promise<Component | null> {
	const path = Object.keys(pages).find((candidate) => candidate.endsWith(`/techniques/${technique}.svx`));
	return (path === undefined ? undefined : await load(path)) ?? null;
}
