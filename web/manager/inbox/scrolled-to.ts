import type { View } from '../conversations/view.ts';

/** How far each list was scrolled, in px, so that it is the same after a visit elsewhere. */
export const scrolledTo = new Map<View, number>();
