import { catalogues } from './catalogues.ts';

/** Texts of the inbox and everything around it. */
export const words = catalogues.dashboard;
