/** A page of the glossary: the shape of its head (techniques/<technique>.svx) and of the works that it leans on. */
import * as v from 'valibot';
import { categories, type Category, type Technique } from '../marking/categories.ts';
import { everyTechnique } from '../study/readings.ts';
import { slug, text } from './schemas.ts';

const work = v.strictObject({
	authors: text,
	year: v.pipe(v.number(), v.integer()),
	title: text,
	/** Journal, meeting, publisher, or the body that adopted it. */
	where: text,
});
export type Work = v.InferOutput<typeof work>;

/** techniques/literature.yaml: every work once, by the name that pages call it by. */
export const literatureFileSchema = v.record(slug, work);

export const techniqueHeadSchema = v.strictObject({
	name: text,
	category: v.picklist(categories, `It must be one of: ${categories.join(', ')}.`),
	definition: v.pipe(text, v.regex(/^[^.!?]+[.!?]$/, 'A definition is one sentence and ends with its stop.')),
	sources: v.pipe(
		v.array(
			v.strictObject({
				work: slug,
				/** Exactly as the work spells it. */
				label: v.exactOptional(text),
				says: text,
			}),
		),
		v.minLength(1, 'A technique needs a source in the literature.'),
	),
	lookAlikes: v.pipe(
		v.array(
			v.strictObject({
				technique: v.picklist(everyTechnique, 'There is no such technique.'),
				/** The question that decides between the two. */
				ask: v.pipe(text, v.includes('?', 'It must be a question.')),
			}),
		),
		v.minLength(1, 'A technique has at least one look-alike.'),
	),
});
export type TechniqueHead = v.InferOutput<typeof techniqueHeadSchema>;

export type TechniquePage = {
	id: Technique;
	name: string;
	category: Category;
	/** One sentence. */
	definition: string;
	sources: (Work & { label: string | null; says: string })[];
	lookAlikes: { technique: Technique; ask: string }[];
};

/** The parts of a page in their order; an author finds every one of them in every page. */
export const PAGE_PARTS = ['Mark these', 'Leave these alone', 'How to decide', 'What to ask'] as const;
export const FEWEST_EXAMPLES = 4;
