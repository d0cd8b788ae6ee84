/** The interface languages, each with a folder in `words/`. `pt` is Brazilian Portuguese. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'tr', 'ar', 'he', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** English with accents, 40 % longer: reveals texts that are cut off or missing from a catalogue. Only on the emulators. */
export const PSEUDO = 'en-XA';
export type Tag = Language | typeof PSEUDO;
