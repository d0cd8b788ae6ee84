import { words as cannedReplies } from '../canned-replies/words.ts';
import { words as data } from './data/words.ts';
import { words } from './words.ts';

/** The parts of the screen in order, by the ids that links name. */
export const SECTIONS: readonly (readonly [id: string, name: string])[] = [
  ['notifications', words.notifications],
  ['presence', words.presence],
  ['canned-replies', cannedReplies.title],
  ['appearance', words.appearanceAndLanguage],
  ['account', words.account],
  ['data', data.title],
];
