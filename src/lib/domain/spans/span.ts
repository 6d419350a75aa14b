/** A range `[start, end)` in UTF-16 code units of a document's text: what JavaScript and the DOM count. */
export type Span = { start: number; end: number };
