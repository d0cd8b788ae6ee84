import { expect, it } from 'vitest';
import { compareDrafts, NO_DRAFTS } from './compare-drafts.ts';

const drafts = (reply: string, note = '') => ({ reply, note });

it.each([
  ['nothing anywhere', NO_DRAFTS, NO_DRAFTS, NO_DRAFTS, 'nothing'],
  ['the same on both', drafts('Hello'), NO_DRAFTS, drafts('Hello'), 'nothing'],
  ['more typed here since it was stored', drafts('Hello Mina'), drafts('Hello'), drafts('Hello'), 'store'],
  ['emptied here since it was stored', NO_DRAFTS, drafts('Hello'), drafts('Hello'), 'store'],
  ['a draft of another device, nothing here', NO_DRAFTS, NO_DRAFTS, drafts('Hello'), 'take'],
  ['a note of another device, nothing here', NO_DRAFTS, NO_DRAFTS, drafts('', 'Porto'), 'take'],
  ['a newer draft of another device, an older one here', drafts('Hello'), drafts('Hello'), drafts('Hello Mina'), 'offer'],
  ['different drafts on both', drafts('Dear Mina'), drafts('Hello'), drafts('Hello Mina'), 'offer'],
  ['a draft that another device sent', drafts('Hello'), drafts('Hello'), NO_DRAFTS, 'nothing'],
  ['a draft that another device sent, more typed here', drafts('Hello Mina'), drafts('Hello'), NO_DRAFTS, 'store'],
])('%s', (_, here, known, stored, verdict) => {
  expect(compareDrafts(here, known, stored)).toBe(verdict);
});
