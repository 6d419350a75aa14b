/** Something the person who typed the command can understand and mend; anything else that is thrown is a fault of ours. */
export class Trouble extends Error {
	/**
	 * @param {string} sentence
	 * @param {string} [details] output of the program that failed
	 */
	constructor(sentence, details = '') {
		super(sentence);
		this.details = details;
	}
}

/** @param {string} line */
export function say(line) {
	console.log(line);
}

const LAST_LINES = 60;

/** @param {unknown} problem */
export function explain(problem) {
	if (problem instanceof Trouble) {
		const details = problem.details.trimEnd();
		if (details) console.error(details.split('\n').slice(-LAST_LINES).join('\n'));
		console.error(problem.message);
		return;
	}
	const code = codeOf(problem);
	if (code === 'ENOSPC') console.error('The disk is full. Make some room and try again.');
	else if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
		console.error(`A file could not be written: ${messageOf(problem)}.`);
	} else console.error(problem);
}

/** @param {unknown} problem */
export function codeOf(problem) {
	return problem instanceof Error && 'code' in problem ? String(problem.code) : '';
}

/** @param {unknown} problem */
export function messageOf(problem) {
	return problem instanceof Error ? problem.message : String(problem);
}
