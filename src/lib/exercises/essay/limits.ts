/** In characters (UTF-16 units). */
export const LONGEST_ESSAY = 20_000;
