import { catalogues } from './catalogues.ts';

/** Texts of signing in, the first page and leaving unsaved changes. */
export const words = catalogues.door;
