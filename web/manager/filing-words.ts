import { catalogues } from './catalogues.ts';

/** Texts of labels, pins, other lists and a visitor's own name. */
export const words = catalogues.filing;
