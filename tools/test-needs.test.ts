import { expect, test } from 'vitest';
import { needsOf } from './test-needs.ts';

test('all tests need everything', () => {
  expect(needsOf([])).toBe('everything');
  expect(needsOf(['tests/rules/firestore.test.ts', '-t', 'visitor'])).toBe('everything');
});

test('unit tests need nothing, the rules Firestore alone', () => {
  expect(needsOf(['--project', 'unit'])).toBe('nothing');
  expect(needsOf(['--project=rules'])).toBe('firestore');
  expect(needsOf(['--config', 'vitest.deep.config.ts', '--project', 'mutation'])).toBe('firestore');
});

test('several projects need what the most demanding one does', () => {
  expect(needsOf(['--project', 'unit', '--project', 'rules'])).toBe('firestore');
  expect(needsOf(['--project=rules', '--project=e2e'])).toBe('everything');
});

test('patterns may mean anything', () => {
  expect(needsOf(['--project', '!e2e'])).toBe('everything');
});
