import { describe, expect, test } from 'vitest';
import { violationsIn } from './check-boundaries.ts';

function whatIn(path: string, text: string): string[] {
  return violationsIn([{ path, text }]).map(({ what }) => what);
}

describe('imports', () => {
  test.each([
    ['domain/slug.ts', "import { SLUG_MAX } from './limits.ts';"],
    ['domain/schema.ts', "import { z } from 'zod';"],
    ['functions/src/app.ts', "import { paths } from '@foyer/domain/paths';"],
    ['functions/src/public-page/page.ts', "import { ProfilePage } from '@foyer/web/public-page/profile-page';"],
    ['functions/src/cloud.ts', "const { open } = await import('./firebase/firestore.ts');"],
    ['web/public-page/hero.tsx', "import type { ComponentChildren } from 'preact';\nimport { useId } from 'preact/hooks';"],
    ['web/visitor/thread.tsx', "import { call } from '../lib/api.ts';"],
    ['web/visitor/thread/log.tsx', "import { deliveryOf } from '../../conversation/delivery.ts';"],
    ['web/conversation/over-firestore.ts', "import { doc } from 'firebase/firestore';"],
    ['web/conversation/api-failure.ts', "import { ApiProblem } from '../lib/api.ts';"],
    ['web/visitor/thread.tsx', "import '../ui/focus.css';"],
    ['web/manager/inbox.tsx', "import { signal } from '@preact/signals';"],
    ['tools/seed.ts', "import { tables } from '@foyer/functions/db';"],
  ])('are accepted in %s: %s', (path, text) => {
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
    ['web/conversation/outbox.ts', "import { createTalk } from '../visitor/talk/talk.ts';"],
    ['web/conversation/reading.ts', "import { signal } from '@preact/signals';"],
    ['web/conversation/delivery.ts', "import type { ComponentChildren } from 'preact';"],
    ['web/lib/api.ts', "import type { Outbox } from '../conversation/outbox.ts';"],
    ['web/manager/inbox.tsx', "import type { App } from '@foyer/functions/app';"],
  ])('are refused in %s: %s', (path, text) => {
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
    'are refused in the browser through %s',
    (text) => expect(whatWith(text)).toHaveLength(1),
  );

  test.each([
    "import type { Profile } from '@foyer/domain/profile';",
    "import { type Profile, type Draft } from '@foyer/domain/profile';",
    "import { MAX } from '@foyer/domain/limits';",
  ])('do not reach the browser through %s', (text) => expect(whatWith(text)).toEqual([]));
});

describe('code patterns', () => {
  test.each([
    ['functions/src/managers/find-manager.ts', "db.collection('managers')"],
    ['functions/src/managers/find-manager.ts', 'db.doc(`managers/ada`)'],
    ['web/manager/inbox.tsx', "collection(store, 'conversations')"],
    ['web/manager/inbox.tsx', "const path = 'slugs/' + slug;"],
    ['web/manager/inbox.tsx', "console.log('here');"],
    ['functions/src/app.ts', 'console.error(error);'],
    ['web/manager/inbox.tsx', 'snapshot.data() as Conversation'],
    ['functions/src/managers/find-manager.ts', 'snapshot.data() as Conversation'],
    ['functions/src/app.ts', "if (claims.role === 'visitor') return;"],
    ['web/manager/inbox.tsx', "lastMessage.sender !== 'manager'"],
    ['web/manager/inbox.tsx', "const isTheirs = 'visitor' == sender;"],
    ['web/visitor/log.tsx', 'message.sender === `visitor`'],
    ['domain/reply-time.ts', "switch (sender) {\n case 'visitor': return;\n}"],
    ['web/manager/thread/thread.ts', 'doc(db, paths.presence(managerId, conversationId, me))'],
  ])('are refused in %s: %s', (path, text) => {
    expect(whatIn(path, text)).toHaveLength(1);
  });

  test.each([
    ['domain/paths.ts', 'const manager = `managers/ada`;'],
    ['domain/participant.ts', "return sender === 'manager';"],
    ['functions/src/app.ts', "const CALLERS = ['visitor', 'manager'];"],
    ['web/visitor/log.tsx', "phase === 'visitor-box' || kind === 'text'"],
    ['functions/src/current-conversation.ts', 'table.presence(paths.presence(managerId, conversationId, MANAGER))'],
    ['web/conversation/over-firestore.ts', 'doc(db, paths.presence(managerId, conversationId, me))'],
    ['web/manager/inbox.tsx', 'collection(store, paths.conversations(managerId))'],
    ['web/manager/inbox.tsx', "call('PUT', '/api/managers/me', {})"],
    ['functions/src/db.ts', 'snapshot.data() as Conversation'],
    ['web/lib/live-query.ts', 'snapshot.data() as Conversation'],
    ['tools/start.ts', "console.log('Foyer is running.');"],
    ['functions/src/app.ts', "// console.log is for tools\nconst help = 'https://example.com'; /* snapshot.data() as is */"],
    ['functions/src/app.test.ts', "import { seed } from '../../tools/seed.ts'; console.log(db.collection('managers'))"],
  ])('are accepted in %s: %s', (path, text) => {
    expect(whatIn(path, text)).toEqual([]);
  });
});

describe('a file name that web/conversation uses', () => {
  test.each(['web/visitor/talk/outbox.ts', 'web/manager/messages/feed.ts', 'web/lib/presence.ts', 'web/visitor/merge-messages.ts'])(
    'is refused as %s',
    (path) => expect(whatIn(path, '')).toHaveLength(1),
  );

  test.each(['web/conversation/outbox.ts', 'domain/presence.ts', 'web/manager/messages/replies.ts', 'functions/src/limits/presence.ts'])(
    'is accepted as %s',
    (path) => expect(whatIn(path, '')).toEqual([]),
  );
});

test('a violation names its file and line', () => {
  const text = "/* a comment\n   of two lines */\nimport { x } from 'y';\nconst web = 'https://a';\nconsole.log(web);";
  expect(violationsIn([{ path: 'domain/slug.ts', text }])).toMatchObject([
    { path: 'domain/slug.ts', line: 3 },
    { path: 'domain/slug.ts', line: 5 },
  ]);
});

describe('folders', () => {
  const file = (path: string, ...imports: string[]) => ({ path, text: imports.map((from) => `import { x } from '${from}';`).join('\n') });
  const cyclesIn = (...sources: { path: string; text: string }[]) =>
    violationsIn(sources).map(({ path, line, what }) => `${path}:${line} ${what.replace('closes an import cycle between folders: ', '')}`);

  test('are accepted if their imports point one way', () => {
    expect(
      cyclesIn(
        file('web/manager/shell/shell.tsx', '../inbox/row.tsx', '../acts/act.ts'),
        file('web/manager/inbox/row.tsx', '../acts/act.ts', './time.ts'),
        file('web/manager/acts/act.ts', '../../ui/icon.tsx'),
        file('web/manager/inbox/time.ts', './row.tsx'),
      ),
    ).toEqual([]);
  });

  test('are refused in a cycle of two, at both imports', () => {
    expect(
      cyclesIn(
        file('web/manager/inbox/row.tsx', './time.ts', '../keys/keys.ts'),
        file('web/manager/keys/keys.ts', '../inbox/view.ts'),
        file('web/manager/shell/shell.tsx', '../keys/keys.ts'),
      ),
    ).toEqual([
      'web/manager/inbox/row.tsx:2 web/manager/inbox -> web/manager/keys -> web/manager/inbox',
      'web/manager/keys/keys.ts:1 web/manager/keys -> web/manager/inbox -> web/manager/keys',
    ]);
  });

  test('are refused in a cycle of three, even through different files', () => {
    expect(
      cyclesIn(
        file('domain/one/a.ts', '../two/b.ts'),
        file('domain/two/c.ts', '@foyer/domain/three/d'),
        file('domain/three/e.ts', '../one/f.ts'),
      ),
    ).toEqual([
      'domain/one/a.ts:1 domain/one -> domain/two -> domain/three -> domain/one',
      'domain/three/e.ts:1 domain/three -> domain/one -> domain/two -> domain/three',
      'domain/two/c.ts:1 domain/two -> domain/three -> domain/one -> domain/two',
    ]);
  });

  test.each([
    "import type { Row } from '../inbox/row.tsx';",
    "import { type Row } from '../inbox/row.tsx';",
    "export type { Row } from '../inbox/row.tsx';",
    "let row: import('../inbox/row.tsx').Row;",
    "const row = await import('../inbox/row.tsx');",
  ])('are refused for %s', (text) => {
    expect(cyclesIn({ path: 'web/manager/keys/keys.ts', text }, file('web/manager/inbox/row.tsx', '../keys/keys.ts'))).toHaveLength(2);
  });

  test('can import their parent folder, which wires them', () => {
    expect(cyclesIn(file('web/visitor/a.ts', './cards/b.ts'), file('web/visitor/cards/b.ts', '../c.ts'))).toEqual([]);
  });

  test('are refused in a cycle between parts', () => {
    expect(cyclesIn(file('tools/a.ts', '../web/b.ts'), file('web/b.ts', '../tools/c.ts'))).toHaveLength(2);
  });
});
