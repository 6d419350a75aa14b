/** In characters (UTF-16 units). */
export const LONGEST_ANSWER = 5000;
