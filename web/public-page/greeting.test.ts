import { expect, test } from 'vitest';
import { greetingIn } from './greeting.ts';

test.each([
  ['de', 'Guten Tag,'],
  ['pt-BR', 'Olá,'],
  ['en', 'Hello,'],
  ['cs', 'Hello,'],
])('a letter written in %s begins with "%s"', (language, greeting) => {
  expect(greetingIn(language)).toBe(greeting);
});
