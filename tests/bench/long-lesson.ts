/** The real lesson with its text made 3,000 words long: paragraphs of our own follow the article, in a copy of the course. */
import { appendFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/cli/bootstrap/runtime.js';
import { words } from '../../src/lib/domain/documents/words.ts';
import { buildCourse, type BuiltCourse } from '../faults/build-course.ts';

const WORDS = 3_000;
const SENTENCES = [
	'The lane runs past the orchard, and the river turns the wheel when the water is high enough.',
	'The committee met for an hour, heard two engineers, and put the vote off until the spring.',
	'Nobody could say who had ordered the survey, although three offices had paid for a copy of it.',
	'A list at the door names every family that came, the day, and what each of them asked for.',
	'By the evening the market was empty again, and the last carts went home along the dyke.',
];

export function buildLongLesson(): Promise<BuiltCourse> {
	return buildCourse('long-lesson', (lessons) => {
		cpSync(join(root, 'lessons'), lessons, { recursive: true });
		const file = join(lessons, 'documents', 'ukpnp-targeted-killings.txt');
		const article = readFileSync(file, 'utf8');
		let missing = WORDS - words(article).length;
		for (let number = 1; missing > 0; number++) {
			const paragraph = Array.from(
				{ length: 4 },
				(_, index) => SENTENCES[(number + index) % SENTENCES.length] ?? '',
			).join(' ');
			appendFileSync(file, `\n${paragraph}`);
			missing -= words(paragraph).length;
		}
	});
}
