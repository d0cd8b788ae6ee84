import { expect, test } from 'vitest';
import { accountFault } from './account-faults.ts';

const sentenceOf = (code: string) => accountFault(Object.assign(new Error(code), { code: `auth/${code}` }));

test.each([
  ['invalid-credential', /not your current password/],
  ['wrong-password', /not your current password/],
  ['user-mismatch', /different Google account/],
  ['requires-recent-login', /Confirm that it’s you again/],
  ['too-many-requests', /Too many attempts/],
  ['network-request-failed', /not connected/],
  ['weak-password', /too easy to guess/],
  ['invalid-new-email', /valid email address/],
  ['missing-new-email', /Enter your email address/],
  ['internal-error', /Nothing was changed/],
])('a manager who changes their account reads what %s means', (code, sentence) => {
  expect(sentenceOf(code)).toMatch(sentence);
});

test('who closes Google’s window reads nothing', () => {
  expect(sentenceOf('popup-closed-by-user')).toBe('');
  expect(sentenceOf('user-cancelled')).toBe('');
});
