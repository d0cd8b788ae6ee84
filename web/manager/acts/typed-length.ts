/** Longer text is not a time. */
export const TYPED_LENGTH_MAX = 200;
