/** In characters (UTF-16 units). A passage of a few hundred words is long; a rewrite may be half as long again. */
export const LONGEST_PASSAGE = 2500;
export const LONGEST_REWRITE = 4000;
