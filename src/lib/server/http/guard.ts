/**
 * The one place where what went wrong becomes a status. Routes wrap their loads, actions and endpoints in these and
 * never catch anything themselves.
 */
import { error, fail, isHttpError, json, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { Conflict, DomainError, Invalid, NotFound, TooMany } from '../../domain/errors.ts';
import { isTooLarge, TOO_LARGE } from './body.ts';
import { textOf } from './file-text.ts';

/** What a form gets back when it could not be done: one sentence, the field it is about, and everything typed but secrets. */
export type FormProblem = {
	problem: string;
	field: string | null;
	typed: Record<string, string>;
	/** What else the page needs to say it, such as the exercises that are not finished. */
	more: unknown;
};
export type FormValues = Record<string, string>;

export function loading<Event, Result>(load: (event: Event) => Promise<Result>): (event: Event) => Promise<Result> {
	return async (event) => {
		try {
			return await load(event);
		} catch (problem) {
			throw toHttpError(problem);
		}
	};
}

export function acting<Event extends RequestEvent, Result>(
	action: (event: Event, form: FormValues) => Promise<Result>,
): (event: Event) => Promise<Result | ActionFailure<FormProblem>> {
	return async (event) => {
		let form: FormValues = {};
		try {
			form = await readForm(event.request);
			return await action(event, form);
		} catch (problem) {
			if (isTooLarge(problem)) return fail(413, toFormProblem(TOO_LARGE, null, {}));
			if (!(problem instanceof DomainError) || problem instanceof NotFound) throw toHttpError(problem);
			const field = problem instanceof Invalid ? (problem.field ?? null) : null;
			const more =
				'missing' in problem ? problem.missing : problem instanceof Conflict ? (problem.current ?? null) : null;
			return fail(statusOf(problem), toFormProblem(problem.message, field, form, more));
		}
	};
}

export function answering<Event extends RequestEvent>(
	endpoint: (event: Event) => Promise<Response>,
): (event: Event) => Promise<Response> {
	return async (event) => {
		try {
			return await endpoint(event);
		} catch (problem) {
			if (isTooLarge(problem)) return json({ message: TOO_LARGE }, { status: 413 });
			if (isHttpError(problem)) return json({ message: problem.body.message }, { status: problem.status });
			if (!(problem instanceof DomainError)) throw problem;
			const current = problem instanceof Conflict ? (problem.current ?? null) : null;
			return json({ message: problem.message, current }, { status: statusOf(problem) });
		}
	};
}

function statusOf(problem: DomainError): number {
	if (problem instanceof NotFound) return 404;
	if (problem instanceof Conflict) return 409;
	if (problem instanceof TooMany) return 429;
	return 400;
}

function toHttpError(problem: unknown): unknown {
	if (!(problem instanceof DomainError)) return problem;
	try {
		error(statusOf(problem), problem.message);
	} catch (httpError) {
		return httpError;
	}
}

async function readForm(request: Request): Promise<FormValues> {
	const values: FormValues = {};
	for (const [name, value] of await request.formData()) {
		// A field that no file was chosen for arrives as an empty one without a name.
		const text = typeof value === 'string' ? value : value.name === '' ? '' : await textOf(value);
		values[name] = text.replaceAll('\r\n', '\n');
	}
	return values;
}

const SECRETS = new Set(['password', 'current', 'next', 'teacherCode']);

function toFormProblem(problem: string, field: string | null, form: FormValues, more: unknown = null): FormProblem {
	const typed = Object.fromEntries(Object.entries(form).filter(([name]) => !SECRETS.has(name)));
	return { problem, field, typed, more };
}
