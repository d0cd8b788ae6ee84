import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nanoid } from 'nanoid';
import { afterAll, describe, expect, test } from 'vitest';
import { openTestCloud, someManager, type TestManager } from '../support/cloud.ts';
import type { Death } from '../support/mortal-instance.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const ROUNDS = 50;
const program = fileURLToPath(new URL('../support/mortal-instance.ts', import.meta.url));

interface Mortal {
  process: ChildProcess;
  port: number;
}

const living = new Set<ChildProcess>();
afterAll(() => {
  for (const child of living) child.kill('SIGKILL');
});

function start(): Promise<Mortal> {
  const child = fork(program, [], { stdio: 'ignore' });
  living.add(child);
  child.once('close', () => living.delete(child));
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve({ process: child, port: (message as { port: number }).port }));
    child.once('close', () => reject(new Error('an instance ended before it was ready')));
  });
}

/** The instance for all requests after the other has died. */
const steady = await start();
/** The next instance starts while the previous one dies. */
let next = start();
async function doomed(death: Death): Promise<Mortal> {
  const mortal = await next;
  next = start();
  next.catch(() => undefined);
  const armed = new Promise((resolve) => mortal.process.once('message', resolve));
  mortal.process.send(death);
  await armed;
  return mortal;
}

const cloud = openTestCloud();
const table = await cloud.tables();
let current = steady;
let address = 0;

const someVisitor = () => {
  address++;
  return new Visitor(
    (path, init) => fetch(`http://127.0.0.1:${current.port}${path}`, init),
    undefined,
    `10.${150 + Math.floor(address / 200)}.${address % 200}.9`,
  );
};

const STARTS: Death[] = [
  { commit: 'limits', moment: 'before' },
  { commit: 'limits', moment: 'after' },
  { commit: 'conversation', moment: 'before' },
  { commit: 'conversation', moment: 'after' },
];
const SENDS: Death[] = [
  { commit: 'message', moment: 'before' },
  { commit: 'message', moment: 'after' },
];

async function contentOf({ managerId }: TestManager, id: string) {
  const [conversation, messages] = await Promise.all([
    table.conversation(managerId, id).get(),
    table.messages(managerId, id).orderBy('createdAt').get(),
  ]);
  const { messageCount, unread, lastMessage } = conversation.data() ?? {};
  return { texts: messages.docs.map((message) => message.data().text), messageCount, unread, last: lastMessage?.preview };
}

describe('an instance that dies', () => {
  test.each(STARTS)('$moment the write of the $commit loses and duplicates no first message', async (death) => {
    for (let round = 0; round < ROUNDS; round++) {
      const manager = await someManager(cloud);
      const first = { code: newCode(), messageId: nanoid(), text: `First ${round}` };
      const visitor = someVisitor();
      current = await doomed(death);
      await expect(visitor.start(manager.slug, first)).rejects.toThrow();
      current = steady;
      const { status, body } = await visitor.start(manager.slug, first);
      expect(status).toBe(200);
      expect(await contentOf(manager, body.conversation.id)).toEqual({ texts: [first.text], messageCount: 1, unread: 1, last: first.text });
      expect((await table.conversations(manager.managerId).get()).size).toBe(1);
      expect((await visitor.resume(manager.slug, first.code)).status).toBe(200);
    }
  });

  test.each(SENDS)('$moment the write of a further $commit loses and duplicates no message', async (death) => {
    for (let round = 0; round < ROUNDS; round++) {
      const manager = await someManager(cloud);
      const visitor = someVisitor();
      const { id } = (await visitor.start(manager.slug, { text: 'First' })).body.conversation;
      const messageId = nanoid();
      current = await doomed(death);
      await expect(visitor.send(id, 'Second', messageId)).rejects.toThrow();
      current = steady;
      expect((await visitor.send(id, 'Second', messageId)).status).toBe(200);
      expect(await contentOf(manager, id)).toEqual({ texts: ['First', 'Second'], messageCount: 2, unread: 2, last: 'Second' });
    }
  });
});
