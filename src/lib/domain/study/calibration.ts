/** How sure a reader was, held against how often they were right. */
import { wilson, type Interval } from './interval.ts';
import { confidences, confidenceWording, type Confidence } from './readings.ts';

export type Calibration = {
	levels: {
		confidence: Confidence;
		/** How often such answers mean to be right, 0 to 1. */
		says: number;
		answers: number;
		right: number;
		/** Of the share that is right; null without answers. */
		interval: Interval | null;
	}[];
	/** Over all answers that said how sure they were; null with fewer than two. */
	overall: {
		answers: number;
		/** Mean of what was said, less the share that was right: above 0 is too sure. */
		gap: number;
		/** 95 % of it, by the normal approximation. */
		interval: Interval;
		/** Mean squared distance of what was said and what was so (Brier 1950): 0 is best, 0.25 is always saying half. */
		brier: number;
	} | null;
};

const Z = 1.96;

export function calibration(answers: readonly { confidence: Confidence | null; isRight: boolean }[]): Calibration {
	const said = answers.flatMap(({ confidence, isRight }) =>
		confidence ? [{ says: confidenceWording[confidence].says, isRight: isRight ? 1 : 0 }] : [],
	);
	return {
		levels: confidences.map((confidence) => {
			const own = answers.filter((answer) => answer.confidence === confidence);
			const right = own.filter(({ isRight }) => isRight).length;
			const { says } = confidenceWording[confidence];
			return { confidence, says, answers: own.length, right, interval: wilson(right, own.length) };
		}),
		overall: said.length < 2 ? null : overallOf(said.map(({ says, isRight }) => says - isRight)),
	};
}

/** @param distances what was said less what was so, one for each answer */
function overallOf(distances: readonly number[]): NonNullable<Calibration['overall']> {
	const count = distances.length;
	const gap = distances.reduce((sum, each) => sum + each, 0) / count;
	const variance = distances.reduce((sum, each) => sum + (each - gap) ** 2, 0) / (count - 1);
	const error = Z * Math.sqrt(variance / count);
	return {
		answers: count,
		gap,
		interval: { low: Math.max(-1, gap - error), high: Math.min(1, gap + error) },
		brier: distances.reduce((sum, each) => sum + each * each, 0) / count,
	};
}
