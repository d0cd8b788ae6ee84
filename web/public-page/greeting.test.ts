import { expect, test } from 'vitest';
import { greetingIn } from './greeting.ts';

test.each([
  ['sv', 'Hej,'],
  ['zh-TW', '你好，'],
  ['de', null],
  ['en', null],
  ['cs', null],
])('a letter written in %s begins with %j', (language, greeting) => {
  expect(greetingIn(language)).toBe(greeting);
});
