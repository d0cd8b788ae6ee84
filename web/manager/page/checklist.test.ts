import { newProfile } from '@foyer/domain/new-profile';
import { expect, test } from 'vitest';
import { fullProfile } from '../../../tests/support/full-profile.ts';
import { openTasks, TASKS } from './checklist.ts';

test('a page that was only claimed has everything to do', () => {
  expect(openTasks({ content: newProfile('Ada'), isPublished: false, isShared: false })).toEqual(TASKS);
});

test('each thing goes from the list as it is done', () => {
  const content = newProfile('Ada', 'Essayist');
  expect(openTasks({ content, isPublished: true, isShared: false })).toEqual(['portrait', 'link', 'share']);
  const links = { kind: 'links' as const, items: [{ id: 'l', label: '', url: 'https://example.org/' }] };
  expect(openTasks({ content: { ...content, sections: [links] }, isPublished: true, isShared: true })).toEqual(['portrait']);
  expect(openTasks({ content: fullProfile('atelier'), isPublished: true, isShared: true })).toEqual([]);
});
