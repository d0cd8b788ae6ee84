/** The storage key of the language that a person chose: visitors for threads, managers for the dashboard. */
export const LANGUAGE_KEY = 'foyer:language';
