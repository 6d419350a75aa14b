/** What the pages of studying get from the server, as far as they print it (use-cases/study/view-session.ts). */
import type { Technique } from '../../domain/marking/categories.ts';
import type { ShownKey, StudyFeedback } from '../../domain/study/feedback.ts';
import type { Placed } from '../../domain/study/placement.ts';
import type { Play } from '../../domain/study/readings.ts';

export type SentenceFrom = {
	document: string;
	about: { title?: string; label?: string; publisher: string; author?: string; date: string };
};

export type WorkedExample = ShownKey & { technique: Technique; source: SentenceFrom | null };

export type StudyItem = {
	place: number;
	sentence: string;
	text: string;
	source: SentenceFrom | null;
	play: Play;
	asksTechnique: boolean;
	hint: Technique | null;
	example: WorkedExample | null;
};

export type StudyAnswered = { item: StudyItem; feedback: StudyFeedback | null };

export type EndedSession = {
	kind: 'placement' | 'session';
	review: StudyAnswered[] | null;
	placed: Placed | null;
};
