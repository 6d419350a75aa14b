/**
 * The course as it is in the lessons folder: the only reader of lesson files. A faulty lesson is refused with its
 * reasons, and the others are served.
 */
import { createHash } from 'node:crypto';
import { makeEdition, type Edition } from '../../domain/lessons/edition.ts';
import type { DocumentKey } from '../../domain/lessons/document-key.ts';
import type { LibrarySource } from '../../domain/lessons/library.ts';
import type { TechniquePage } from '../../domain/lessons/technique-page.ts';
import { courseFileSchema } from '../../domain/lessons/schemas.ts';
import type { Technique } from '../../domain/marking/categories.ts';
import type { Pool } from '../../domain/study/pool.ts';
import { byPlace, hasError, type Finding } from './findings.ts';
import { readYaml, type YamlFile } from './lesson-file.ts';
import { foldersIn } from './lesson-folder.ts';
import { readDocuments, type CourseDocument } from './read-documents.ts';
import {
	plainDocument,
	readExercises,
	type Kinds,
	type ReadExercise,
	type Scorers,
	type Shelf,
} from './read-exercises.ts';
import { readLibrary } from './read-library.ts';
import { readPractice } from './read-practice.ts';
import { checkPlaces, readProse } from './read-prose.ts';
import { readTechniques } from './read-techniques.ts';

export type { Finding } from './findings.ts';
export type { CourseDocument } from './read-documents.ts';

export type Unit = {
	id: string;
	title: string;
	summary: string;
	/** Slugs of lessons that are served. */ lessons: string[];
};

export type Lesson = {
	slug: string;
	/** Id of the unit that lists it, or null. */
	unit: string | null;
	edition: Edition;
	/** Exercises that the prose places and that are not served, because a document of theirs was withdrawn. */
	withdrawnExercises: string[];
};

export type Course = {
	units: Unit[];
	/** Lessons that are only used together. */
	pairs: [string, string][];
	lessons: Map<string, Lesson>;
	/** Withdrawn ones too: ask `withdrawn` before a page shows one. */
	documents: Map<string, CourseDocument>;
	/** Secret: never leaves the server before feedback is allowed. */
	documentKeys: Map<string, DocumentKey>;
	library: Map<string, LibrarySource>;
	/** Sentences for studying alone. Secret but for text and source, until they were answered. */
	practice: Pool;
	/** The glossary. A technique whose page is missing or faulty is not in it. */
	techniques: Map<Technique, TechniquePage>;
	refused: { slug: string; findings: Finding[] }[];
	/** Everything that is wrong anywhere, by file and line; those of refused lessons included. */
	findings: Finding[];
};

export function readCourse(root: string, kinds: Kinds, scorers: Scorers): Course {
	const findings: Finding[] = [];
	const library = readLibrary(root, findings);
	const documents = readDocuments(root, library);
	findings.push(...[...documents.findings.values()].flat());
	const shelf = { kinds, scorers, library, documents: documents.sound };

	const lessons = new Map<string, Lesson>();
	const refused: Course['refused'] = [];
	const exerciseIds = new Map<string, string>();
	for (const slug of foldersIn(root, 'course')) {
		const { lesson, findings: found } = readLesson(root, slug, shelf, exerciseIds);
		findings.push(...found);
		if (lesson) lessons.set(slug, lesson);
		else refused.push({ slug, findings: found.filter(({ level }) => level === 'error').toSorted(byPlace) });
	}
	const plan = readPlan(root, lessons, refused, findings);
	const plain = new Map([...documents.sound].map(([name, { document }]) => [name, document]));
	const practice = readPractice(root, { library, documents: plain }, findings);
	const techniques = readTechniques(root, library, findings);

	return {
		...plan,
		lessons,
		documents: plain,
		documentKeys: new Map([...documents.sound].flatMap(([name, { key }]) => (key ? [[name, key]] : []))),
		library,
		practice,
		techniques,
		refused,
		findings: findings.toSorted(byPlace),
	};
}

function readLesson(
	root: string,
	slug: string,
	shelf: Shelf,
	exerciseIds: Map<string, string>,
): { lesson: Lesson | null; findings: Finding[] } {
	const findings: Finding[] = [];
	const folder = `course/${slug}`;
	const prose = readProse(root, `${folder}/lesson.svx`, shelf.library, findings);
	const exercises = readExercises(root, folder, shelf, findings);
	findings.push(...idsTakenBefore(slug, exercises, exerciseIds));
	const isComplete = prose !== null && !hasError(findings);
	if (isComplete) {
		const places = exercises.map(({ exercise, file, line }) => ({ id: exercise.id, file, line }));
		findings.push(...checkPlaces(`${folder}/lesson.svx`, prose.placed, places));
	}
	if (!isComplete || hasError(findings)) return { lesson: null, findings };

	const served = exercises.filter(({ withdrawn }) => !withdrawn);
	const used = new Set(served.flatMap(({ documents }) => documents));
	const edition = makeEdition(
		{
			lesson: slug,
			...prose.frontmatter,
			exercises: served.map(({ exercise }) => exercise),
			documents: Object.fromEntries(
				[...used].flatMap((name) => {
					const read = shelf.documents.get(name);
					return read ? [[name, plainDocument(read.document)]] : [];
				}),
			),
		},
		sha256,
	);
	const withdrawnExercises = exercises.filter(({ withdrawn }) => withdrawn).map(({ exercise }) => exercise.id);
	return { lesson: { slug, unit: null, edition, withdrawnExercises }, findings };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Names are unique over the course, so that a finding, a link or a gradebook column means one exercise. */
function idsTakenBefore(slug: string, exercises: readonly ReadExercise[], taken: Map<string, string>): Finding[] {
	return exercises.flatMap(({ exercise: { id }, file, line }): Finding[] => {
		const other = taken.get(id);
		taken.set(id, other ?? slug);
		if (other === undefined || other === slug) return [];
		return [{ file, line, level: 'error', message: `${id}: the lesson ${other} has an exercise of this name already` }];
	});
}

type Plan = Pick<Course, 'units' | 'pairs'>;

/** Units keep only lessons that are served; a lesson that no unit lists is not reached from the course page. */
function readPlan(root: string, lessons: Map<string, Lesson>, refused: Course['refused'], findings: Finding[]): Plan {
	const file = readYaml(root, 'course.yaml', courseFileSchema, findings);
	if (!file) return { units: [], pairs: [] };
	const exists = (slug: string) => lessons.has(slug) || refused.some((each) => each.slug === slug);
	const listed = new Set<string>();
	const unitIds = file.value.units.map(({ id }) => id);
	const units = file.value.units.map((unit, index) => {
		if (unitIds.indexOf(unit.id) !== index)
			findings.push(file.error(['units', index, 'id'], `two units are called “${unit.id}”`));
		unit.lessons.forEach((slug, place) => {
			const path = ['units', index, 'lessons', place];
			if (!exists(slug)) findings.push(file.error(path, `there is no lesson “${slug}”`));
			if (listed.has(slug)) findings.push(file.error(path, `the lesson “${slug}” is listed twice`));
			listed.add(slug);
			const lesson = lessons.get(slug);
			if (lesson) lesson.unit ??= unit.id;
		});
		return { ...unit, lessons: unit.lessons.filter((slug) => lessons.has(slug)) };
	});
	for (const slug of lessons.keys()) {
		if (!listed.has(slug)) findings.push(file.warning(['units'], `no unit lists the lesson “${slug}”`));
	}
	return { units, pairs: readPairs(file, exists, findings) };
}

function readPairs(
	file: YamlFile<{ pairs?: [string, string][] }>,
	exists: (slug: string) => boolean,
	findings: Finding[],
): [string, string][] {
	const pairs = file.value.pairs ?? [];
	pairs.forEach((pair, index) => {
		for (const slug of pair.filter((each) => !exists(each))) {
			findings.push(file.error(['pairs', index], `there is no lesson “${slug}” to be one of a pair`));
		}
	});
	return pairs;
}
