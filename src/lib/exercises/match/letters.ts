/** The first is A: the right side is lettered on the screen, on paper and in feedback alike. */
export const letterOf = (index: number): string => String.fromCodePoint(65 + index);
