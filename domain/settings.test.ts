import { expect, test } from 'vitest';
import { settingsOf } from './settings.ts';

test('settings that were never chosen have their defaults', () => {
  expect(settingsOf(null)).toMatchObject({ isTextInPush: false, mailAfter: 'never', availability: 'automatic', hasReceipts: true });
  expect(settingsOf({ mailAfter: 'hour' })).toMatchObject({ isTextInPush: false, mailAfter: 'hour' });
});
