/** The storage key of the appearance that this browser shows before the settings are loaded. */
export const APPEARANCE_KEY = 'foyer:appearance';

/** Dispatched on the window, with the chosen appearance as its detail. */
export const APPEARANCE_CHOSEN = 'foyer:appearance-chosen';
