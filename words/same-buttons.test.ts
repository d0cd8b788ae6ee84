import { LANGUAGES } from '@foyer/domain/language';
import { words as replies } from '@foyer/words/compiled/all/canned-replies';
import { words as cards } from '@foyer/words/compiled/all/cards';
import { words as dashboard } from '@foyer/words/compiled/all/dashboard';
import { words as door } from '@foyer/words/compiled/all/door';
import { words as editor } from '@foyer/words/compiled/all/editor';
import { words as emoji } from '@foyer/words/compiled/all/emoji';
import { words as page } from '@foyer/words/compiled/all/page';
import { words as data } from '@foyer/words/compiled/all/page-and-data';
import { words as settings } from '@foyer/words/compiled/all/settings';
import { words as thread } from '@foyer/words/compiled/all/thread';
import { expect, test } from 'vitest';

test.each(LANGUAGES)('buttons that do the same have the same label in %s', (language) => {
  const labels = {
    cancel: [dashboard, replies, data, editor, settings, thread].map(({ [language]: words }) => words.cancel),
    tryAgain: [...[dashboard, page, thread].map(({ [language]: words }) => words.tryAgain), emoji[language].again],
    sendLink: [cards, door, settings].map(({ [language]: words }) => words.sendLink),
  };
  const several = Object.values(labels).map((same) => [...new Set(same)]);
  expect(several.filter(({ length }) => length > 1)).toEqual([]);
});
