import { newProfile } from '@foyer/domain/new-profile';
import { expect, test } from 'vitest';
import { fullProfile } from '../../../tests/support/full-profile.ts';
import { openTasks, TASKS } from './checklist.ts';

test('lists all tasks for a page that was only claimed', () => {
  expect(openTasks({ content: newProfile('Ada'), isPublished: false, isShared: false })).toEqual(TASKS);
});

test('removes each task once it is done', () => {
  const content = newProfile('Ada', 'Essayist');
  expect(openTasks({ content, isPublished: true, isShared: false })).toEqual(['portrait', 'link', 'share']);
  const links = { kind: 'links' as const, items: [{ id: 'l', label: '', url: 'https://example.org/' }] };
  expect(openTasks({ content: { ...content, sections: [links] }, isPublished: true, isShared: true })).toEqual(['portrait']);
  expect(openTasks({ content: fullProfile('atelier'), isPublished: true, isShared: true })).toEqual([]);
});
