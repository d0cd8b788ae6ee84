import { PASSWORD_MIN } from '@foyer/domain/password';
import { expect, it } from 'vitest';
import { passwordFault } from './password.ts';

it('accepts a password of the minimum length, and says how many characters are missing', () => {
  expect(passwordFault('front-door'.slice(0, PASSWORD_MIN), 'ada@example.com')).toBeNull();
  expect(passwordFault('front-doo', 'ada@example.com')).toMatch(/1 more character needed/);
  expect(passwordFault('front', 'ada@example.com')).toMatch(/5 more characters needed/);
});

it('refuses a long password that is easy to guess', () => {
  expect(passwordFault('aaaaaaaaaaaa', 'ada@example.com')).toMatch(/more different characters/);
  expect(passwordFault('moreau-moreau', 'Moreau@example.com')).toMatch(/Your email address/);
  expect(passwordFault('moreau-and-a-lighthouse', 'moreau@example.com')).toBeNull();
});
