import { describe, expect, test } from 'vitest';
import { violationsIn } from './check-boundaries.ts';

function whatIn(path: string, text: string): string[] {
  return violationsIn([{ path, text }]).map(({ what }) => what);
}

describe('arrows', () => {
  test.each([
    ['domain/slug.ts', "import { SLUG_MAX } from './limits.ts';"],
    ['domain/schema.ts', "import { z } from 'zod';"],
    ['functions/src/app.ts', "import { paths } from '@foyer/domain/paths';"],
    ['functions/src/public-page/page.ts', "import { ProfilePage } from '@foyer/web/public-page/profile-page';"],
    ['functions/src/cloud.ts', "const { open } = await import('./firebase/firestore.ts');"],
    ['web/public-page/hero.tsx', "import type { ComponentChildren } from 'preact';\nimport { useId } from 'preact/hooks';"],
    ['web/visitor/thread.tsx', "import { call } from '../lib/api.ts';"],
    ['web/visitor/thread.tsx', "import '../ui/focus.css';"],
    ['web/manager/inbox.tsx', "import { signal } from '@preact/signals';"],
    ['tools/seed.ts', "import { tables } from '@foyer/functions/db';"],
  ])('%s may say: %s', (path, text) => {
    expect(whatIn(path, text)).toEqual([]);
  });

  test.each([
    ['domain/slug.ts', "import { nanoid } from 'nanoid';"],
    ['domain/slug.ts', "import { readFile } from 'node:fs/promises';"],
    ['domain/paths.ts', "import { tables } from '../functions/src/db.ts';"],
    ['functions/src/app.ts', "import { thread } from '@foyer/web/visitor/thread';"],
    ['functions/src/app.ts', "export { seed } from '../../tools/seed.ts';"],
    ['web/public-page/hero.tsx', "import { signal } from '@preact/signals';"],
    ['web/public-page/hero.tsx', "import { call } from '../lib/api.ts';"],
    ['web/visitor/thread.tsx', "import { Inbox } from '../manager/inbox.tsx';"],
    ['web/visitor/thread.tsx', "const inbox = await import('../manager/inbox.tsx');"],
    ['web/manager/inbox.tsx', "import {\n  Thread,\n} from '../visitor/thread.tsx';"],
    ['web/lib/api.ts', "import '../manager/inbox.tsx';"],
    ['web/manager/inbox.tsx', "import type { App } from '@foyer/functions/app';"],
  ])('%s may not say: %s', (path, text) => {
    expect(whatIn(path, text)).toHaveLength(1);
  });
});

describe('schemas', () => {
  const domain = [
    { path: 'domain/profile.ts', text: "import { z } from 'zod';" },
    { path: 'domain/versions.ts', text: "import { plain } from './profile.ts';" },
    { path: 'domain/limits.ts', text: "import type { Profile } from './profile.ts';" },
  ];
  const whatWith = (text: string) => violationsIn([...domain, { path: 'web/manager/page.ts', text }]);

  test.each(["import { Profile } from '@foyer/domain/profile';", "import { a } from '@foyer/domain/versions';"])(
    'do not reach the browser by %s',
    (text) => expect(whatWith(text)).toHaveLength(1),
  );

  test.each([
    "import type { Profile } from '@foyer/domain/profile';",
    "import { type Profile, type Draft } from '@foyer/domain/profile';",
    "import { MAX } from '@foyer/domain/limits';",
  ])('stay behind with %s', (text) => expect(whatWith(text)).toEqual([]));
});

describe('words', () => {
  test.each([
    ['functions/src/managers/find-manager.ts', "db.collection('managers')"],
    ['functions/src/managers/find-manager.ts', 'db.doc(`managers/ada`)'],
    ['web/manager/inbox.tsx', "collection(store, 'conversations')"],
    ['web/manager/inbox.tsx', "const path = 'slugs/' + slug;"],
    ['web/manager/inbox.tsx', "console.log('here');"],
    ['functions/src/app.ts', 'console.error(error);'],
    ['web/manager/inbox.tsx', 'snapshot.data() as Conversation'],
    ['functions/src/managers/find-manager.ts', 'snapshot.data() as Conversation'],
  ])('%s may not say: %s', (path, text) => {
    expect(whatIn(path, text)).toHaveLength(1);
  });

  test.each([
    ['domain/paths.ts', 'const manager = `managers/ada`;'],
    ['web/manager/inbox.tsx', 'collection(store, paths.conversations(managerId))'],
    ['web/manager/inbox.tsx', "call('PUT', '/api/managers/me', {})"],
    ['functions/src/db.ts', 'snapshot.data() as Conversation'],
    ['web/lib/live-query.ts', 'snapshot.data() as Conversation'],
    ['tools/start.ts', "console.log('Foyer is running.');"],
    ['functions/src/app.ts', "// console.log is for tools\nconst help = 'https://example.com'; /* snapshot.data() as is */"],
    ['functions/src/app.test.ts', "import { seed } from '../../tools/seed.ts'; console.log(db.collection('managers'))"],
  ])('%s may say: %s', (path, text) => {
    expect(whatIn(path, text)).toEqual([]);
  });
});

test('a violation names its file and line', () => {
  const text = "/* a comment\n   of two lines */\nimport { x } from 'y';\nconst web = 'https://a';\nconsole.log(web);";
  expect(violationsIn([{ path: 'domain/slug.ts', text }])).toMatchObject([
    { path: 'domain/slug.ts', line: 3 },
    { path: 'domain/slug.ts', line: 5 },
  ]);
});
