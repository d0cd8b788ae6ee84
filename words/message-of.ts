type Values = Readonly<Record<string, string | number>>;

/** The message of a code that is known only at run time, such as a problem's. `undefined` if the catalogue lacks it. */
export function messageOf(words: object, code: string, values: Values = {}): string | undefined {
  const message = Object.hasOwn(words, code) ? (words as Record<string, string | ((values: Values) => string)>)[code] : undefined;
  return typeof message === 'function' ? message(values) : message;
}
