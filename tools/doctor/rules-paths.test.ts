import { expect, test } from 'vitest';
import { attempts } from './attempts.ts';
import { documentsIn } from './rules-paths.ts';
import { sourceOf } from './source.ts';

const rules = (body: string) => `rules_version = '2';
service cloud.firestore { match /databases/{database}/documents { ${body} } }`;

test('finds the path of every nested match, despite braces in strings and comments', () => {
  const found = documentsIn(
    rules(`
      function isHex(text) { return text.matches('^[0-9a-f]{32}$') } // the manager's { own
      match /managers/{managerId} {
        match /private/draft { allow get: if "}" == '}'; }
        match /rooms/{roomId} {
          match /guests/{guestId}{allow get: if false;}
        }
      }
      match /jobs/{job} { allow get: if false; }`),
  );
  expect(found).toEqual([
    'managers/{managerId}',
    'managers/{managerId}/private/draft',
    'managers/{managerId}/rooms/{roomId}',
    'managers/{managerId}/rooms/{roomId}/guests/{guestId}',
    'jobs/{job}',
  ]);
});

test('finds a document for each match of firestore.rules below its root', async () => {
  const source = await sourceOf('firestore.rules');
  expect(documentsIn(source)).toHaveLength((source.match(/^\s*match /gm) ?? []).length - 1);
});

test('tries every verb on a collection that is new in the rules', () => {
  const tried = attempts(rules('match /managers/{m} { match /rooms/{r} { allow read: if true; } }'));
  const verbs = (place: string) => tried.filter((attempt) => attempt.place === place).map(({ verb }) => verb);
  expect(verbs('managers/*/rooms')).toEqual(['get', 'list', 'create', 'delete']);
  expect(verbs('all rooms')).toEqual(['query']);
});

test('creates and deletes only below ids made up for this run', async () => {
  const source = await sourceOf('firestore.rules');
  const uid = 'u'.repeat(28);
  const first = [...attempts(source), ...attempts(source, uid)].flatMap(({ makes }) => makes ?? []);
  const second = [...attempts(source), ...attempts(source, uid)].flatMap(({ makes }) => makes ?? []);
  const fixed = first.filter((document) => second.includes(document));
  expect(fixed.filter((document) => !document.startsWith(`managers/${uid}`))).toEqual([]);
});

test('only reads a document whose path has no id', () => {
  const tried = attempts(rules('match /settings/site { allow read, write: if true; }'));
  expect(tried.filter(({ place }) => place === 'settings').map(({ verb }) => verb)).toEqual(['get', 'list']);
});
