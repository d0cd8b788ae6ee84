/** Every error of a field: a stable code, and the values of its message. Import only types of it into the visitor's bundle. */
export const FAULTS = {
  required: [],
  'too-long': ['over', 'max'],
  'too-short': ['min'],
  'too-many': ['max'],
  duplicate: [],
  'not-allowed': [],
  'wrong-format': [],
  'unknown-field': ['name'],
  'half-character': [],
  'piled-accents': [],
  'too-many-lines': ['lines', 'max'],
  'several-lines': [],
  'email-too-long': ['max'],
  'email-format': [],
  'slug-too-short': ['min'],
  'slug-too-long': ['max'],
  'slug-shape': [],
  'slug-similar': [],
  'slug-own': [],
  'slug-former': [],
  'code-incomplete': ['length', 'of'],
  'code-too-long': ['length', 'of'],
  'code-symbol': ['symbol'],
  'code-check': [],
  'link-format': [],
  'link-not-secure': [],
  'link-with-password': [],
  'link-recipients': [],
  'origin-format': [],
  'time-format': [],
  'interval-empty': [],
  'interval-overlap': [],
  'too-many-intervals': ['max'],
  'time-zone-unknown': [],
  'date-format': [],
  'date-not-ahead': ['days'],
  'language-unknown': [],
  'color-format': [],
  'picture-not-yours': [],
  'not-confirmed': [],
} as const satisfies Record<string, readonly string[]>;

export type FaultCode = keyof typeof FAULTS;

/** The values in a message: numbers, and texts that are shown unchanged. */
export type Values = Readonly<Record<string, string | number>>;

/** One field's error, with the values that `FAULTS` names for its code. */
export type Fault = {
  [C in FaultCode]: (typeof FAULTS)[C] extends readonly []
    ? { code: C; values?: undefined }
    : { code: C; values: Readonly<Record<(typeof FAULTS)[C][number], string | number>> };
}[FaultCode];
