import { LANGUAGES } from '@foyer/domain/language';
import { words as devices } from '@foyer/words/compiled/all/devices';
import { words as settings } from '@foyer/words/compiled/all/settings';
import { expect, test } from 'vitest';

const VALUES = { browser: 'Chrome', system: 'Linux' };

/** Inside another text, where the isolation of its values is removed, a text has the direction of its first letter. */
test.each(LANGUAGES.filter((language) => ['ar', 'he'].includes(language)))(
  'a browser’s name reads from right to left in %s',
  (language) => {
    for (const text of [devices[language].deviceName(VALUES), settings[language].browserOnSystem(VALUES)]) {
      const inside = settings[language].thisBrowserNamed({ browser: text });
      const nested = /\u2068(.*)\u2069/u.exec(inside)?.[1] ?? '';
      expect(nested).toContain('Chrome');
      expect(/[\p{L}\u200e\u200f]/u.exec(nested)?.[0]).toBe('\u200f');
    }
  },
);
