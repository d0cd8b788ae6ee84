import { catalogues } from '../catalogues.ts';

export const words = catalogues.account;
