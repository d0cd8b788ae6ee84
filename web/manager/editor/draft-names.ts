import type { DraftNames } from '@foyer/domain/presentable';
import { catalogues } from '../catalogues.ts';

const { unnamed, email } = catalogues.draft;

/** Placeholders in a draft for texts that its manager hasn't written. The name is one word, so the message box says “Write to Your name”. */
export const draftNames: DraftNames = { unnamed: unnamed.replaceAll(' ', '\u00a0'), email };
