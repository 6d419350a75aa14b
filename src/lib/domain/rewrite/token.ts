import type { Span } from '../spans/span.ts';

/** `form` is the word in small letters, with one kind of apostrophe; of a number, its value in digits. */
export type Token = Span & { form: string; isNumber: boolean };
