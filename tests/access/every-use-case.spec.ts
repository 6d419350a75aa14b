/**
 * Every use case is called as nobody, as a stranger and as a student of another class. A new use case that is in none
 * of the three lists (refused.ts has two, open-to-all.ts one) fails this test, so nobody can forget to say who may use it.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../src/lib/domain/access/actor.ts';
import { NotFound } from '../../src/lib/domain/errors.ts';
import { archiveClassroom } from '../../src/lib/server/use-cases/classrooms/change-settings.ts';
import { NOBODY } from '../support/test-app.ts';
import { assistantMay, inArchive, ofNoClassroom } from './allowed.ts';
import { openToAll } from './open-to-all.ts';
import { ownAccount, refused, type UseCase } from './refused.ts';
import { makeWorld, type Insider, type Outsider, type World } from './world.ts';

const FOLDER = join(process.cwd(), 'src/lib/server/use-cases');

const useCases = await findUseCases();
let world: World;
let actors: Record<Outsider | Insider, Actor>;

beforeAll(async () => {
	({ world, actors } = await makeWorld());
});

test('every use case is in exactly one list', () => {
	const listed = [...Object.keys(refused), ...Object.keys(ownAccount), ...openToAll].sort();
	expect([...useCases.keys()].sort()).toEqual(listed);
});

describe.each(['nobody', 'a stranger', 'a student of another class'] as const)('as %s', (who) => {
	test.each(Object.keys(refused))('%s is refused, and the refusal looks like absence', async (name) => {
		const call = async () => refused[name]?.(useCases.get(name) as UseCase, world, actors[who]);
		await expect(call()).rejects.toThrow(NotFound);
	});
});

test.each(Object.keys(ownAccount))('as nobody, %s is refused', async (name) => {
	const call = async () => ownAccount[name]?.(useCases.get(name) as UseCase, world, NOBODY);
	await expect(call()).rejects.toThrow(NotFound);
});

describe('as an assistant of the class', () => {
	test.each(Object.keys(refused).filter((name) => !assistantMay.has(name)))('%s is refused', async (name) => {
		expect(await outcome(name, world, actors['its assistant'])).toBe('NotFound');
	});

	test.each([...assistantMay])('%s is allowed', async (name) => {
		const own = await makeWorld();
		expect(await outcome(name, own.world, own.actors['its assistant'])).toBe('done');
	});
});

describe('in the archive', () => {
	let archived: Awaited<ReturnType<typeof makeWorld>>;
	beforeAll(async () => {
		archived = await makeWorld();
		await archiveClassroom(archived.world.app, archived.actors['its teacher'], archived.world.classroomId);
	});

	const changing = Object.keys(refused).filter((name) => !inArchive.has(name) && !ofNoClassroom.has(name));
	test.each(changing)('%s is refused to who might do it elsewhere, and says why', async (name) => {
		const asTeacher = await outcome(name, archived.world, archived.actors['its teacher']);
		const asStudent = await outcome(name, archived.world, archived.actors['its student']);
		expect([asTeacher, asStudent].sort()).toEqual(['InArchive', 'NotFound']);
	});

	test.each([...inArchive].filter((name) => !/#(takeOut|leave)/u.test(name)))('%s is as before', async (name) => {
		const whoever = [archived.actors['its teacher'], archived.actors['its student']];
		const outcomes = await Promise.all(whoever.map((actor) => outcome(name, archived.world, actor)));
		expect(outcomes).toContain('done');
	});
});

/** What came of calling a use case: done, or the name of what it threw. */
async function outcome(name: string, given: World, actor: Actor): Promise<string> {
	try {
		await refused[name]?.(useCases.get(name) as UseCase, given, actor);
		return 'done';
	} catch (problem) {
		return problem instanceof Error ? problem.name : 'unknown';
	}
}

async function findUseCases(): Promise<Map<string, unknown>> {
	const found = new Map<string, unknown>();
	const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
	);
	for (const file of files) {
		const module = (await import(join(FOLDER, file))) as Record<string, unknown>;
		for (const [name, value] of Object.entries(module)) {
			if (typeof value === 'function') found.set(`${file.replaceAll('\\', '/')}#${name}`, value);
		}
	}
	return found;
}
