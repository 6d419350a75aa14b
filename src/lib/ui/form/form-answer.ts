/** What a page's `form` may be: nothing yet, what was done, or what has to be mended (server/http/guard.ts makes it). */
export type FormAnswer =
	| null
	| { problem: string; field: string | null; typed: Record<string, string>; more?: unknown }
	| { problem?: undefined };
