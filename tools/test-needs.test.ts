import { expect, test } from 'vitest';
import { needsOf } from './test-needs.ts';

test('all tests need everything', () => {
  expect(needsOf([])).toBe('everything');
  expect(needsOf(['tests/rules/firestore.test.ts', '-t', 'visitor'])).toBe('everything');
});

test('unit tests need nothing, rules only Firestore', () => {
  expect(needsOf(['--project', 'unit'])).toBe('nothing');
  expect(needsOf(['--project=rules'])).toBe('firestore');
  expect(needsOf(['--config', 'vitest.deep.config.ts', '--project', 'mutation'])).toBe('firestore');
});

test('several projects need as much as the most demanding one', () => {
  expect(needsOf(['--project', 'unit', '--project', 'rules'])).toBe('firestore');
  expect(needsOf(['--project=rules', '--project=e2e'])).toBe('everything');
});

test('patterns need everything', () => {
  expect(needsOf(['--project', '!e2e'])).toBe('everything');
});
