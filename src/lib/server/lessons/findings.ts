/** What is wrong in the lesson files, so that an author finds the place at once. */
export type Finding = {
	/** Relative to the lessons folder. */
	file: string;
	/** From 1. */
	line: number;
	/** An error refuses what it touches; a warning does not. */
	level: 'error' | 'warning';
	message: string;
};

export const hasError = (findings: readonly Finding[]): boolean => findings.some(({ level }) => level === 'error');

export const findingInWords = ({ file, line, level, message }: Finding): string =>
	`${file}:${line}: ${level === 'warning' ? 'warning: ' : ''}${message}`;

export const byPlace = (a: Finding, b: Finding): number => {
	if (a.file !== b.file) return a.file < b.file ? -1 : 1;
	return a.line - b.line;
};
