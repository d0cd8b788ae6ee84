import { signal } from '@preact/signals';

/** Whether the page was claimed since this document was loaded. */
export const isNewHere = signal(false);
