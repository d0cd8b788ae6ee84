import { PASSWORD_MIN } from '@foyer/domain/password';
import { expect, it } from 'vitest';
import { passwordFault } from './password.ts';

it('takes a password of the least length, and says how much a shorter one lacks', () => {
  expect(passwordFault('front-door'.slice(0, PASSWORD_MIN), 'ada@example.com')).toBeNull();
  expect(passwordFault('front-doo', 'ada@example.com')).toMatch(/one character short/);
  expect(passwordFault('front', 'ada@example.com')).toMatch(/5 characters short/);
});

it('refuses what is long but easy to guess', () => {
  expect(passwordFault('aaaaaaaaaaaa', 'ada@example.com')).toMatch(/over and over/);
  expect(passwordFault('moreau-moreau', 'Moreau@example.com')).toMatch(/own address/);
  expect(passwordFault('moreau-and-a-lighthouse', 'moreau@example.com')).toBeNull();
});
