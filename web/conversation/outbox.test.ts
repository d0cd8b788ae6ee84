import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutbox, type Failure, type Hold, type Outgoing, type Unsent } from './outbox.ts';

const SKIP: Failure = { outcome: 'skip', why: 'refused', waitMs: 0 };

let kept: Unsent[];
let outgoing: readonly Outgoing[];
let hold: Hold | null;

function outboxWith(post: (message: Unsent) => Promise<unknown>, isQueued: boolean, failure: Failure = SKIP) {
  return createOutbox<Unsent>({
    kept: {
      read: () => kept,
      change: (update) => {
        kept = update(kept);
      },
    },
    post,
    failureOf: () => failure,
    changed: (now, held) => {
      outgoing = now;
      hold = held;
    },
    isQueued,
  });
}

/** A server that answers when it is told to. */
function slowServer() {
  const asked: string[] = [];
  const answers = new Map<string, PromiseWithResolvers<void>>();
  const post = ({ messageId }: Unsent) => {
    asked.push(messageId);
    const answer = Promise.withResolvers<void>();
    answers.set(messageId, answer);
    return answer.promise;
  };
  return {
    post,
    asked,
    take: (id: string) => answers.get(id)?.resolve(),
    refuse: (id: string) => answers.get(id)?.reject(new Error('refused')),
  };
}

const message = (messageId: string): Unsent => ({ messageId, text: `${messageId}!` });
const soon = () => vi.advanceTimersByTimeAsync(10);
const left = () => outgoing.map(({ messageId, fault }) => [messageId, fault ?? 'on its way']);

beforeEach(() => {
  vi.useFakeTimers();
  kept = [];
  outgoing = [];
  hold = null;
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each([
  ['one at a time', false],
  ['all at once', true],
])('a message, sent %s', (_, isQueued) => {
  test('is kept until the server has it, and no longer', async () => {
    const server = slowServer();
    outboxWith(server.post, isQueued).send(message('a'));
    expect(kept).toEqual([message('a')]);
    server.take('a');
    await soon();
    expect([kept, outgoing]).toEqual([[], []]);
  });

  test('that was refused is shown as failed, and can be sent again under the same id', async () => {
    const server = slowServer();
    const outbox = outboxWith(server.post, isQueued);
    outbox.send(message('a'));
    server.refuse('a');
    await soon();
    expect(left()).toEqual([['a', 'refused']]);
    expect(kept).toEqual([message('a')]);
    outbox.retry();
    server.take('a');
    await soon();
    expect(server.asked).toEqual(['a', 'a']);
    expect([kept, outgoing]).toEqual([[], []]);
  });

  test('that was refused can be taken back with its text, and holds up no other', async () => {
    const server = slowServer();
    const outbox = outboxWith(server.post, isQueued);
    outbox.send(message('a'));
    outbox.send(message('b'));
    server.refuse('a');
    await soon();
    server.take('b');
    await soon();
    expect(outbox.takeBack(({ messageId }) => messageId === 'a').map(({ text }) => text)).toEqual(['a!']);
    expect([kept, outgoing, hold]).toEqual([[], [], null]);
  });

  test('that was on its way when the page was left is sent again with the same id, in the same order', async () => {
    const before = slowServer();
    const first = outboxWith(before.post, isQueued);
    first.send(message('a'));
    first.send(message('b'));

    const server = slowServer();
    const outbox = outboxWith(server.post, isQueued);
    expect(server.asked).toEqual([]);
    outbox.wake();
    expect(left()).toEqual([
      ['a', 'on its way'],
      ['b', 'on its way'],
    ]);
    server.take('a');
    await soon();
    server.take('b');
    await soon();
    expect(server.asked).toEqual(['a', 'b']);
    expect(kept).toEqual([]);
  });
});

test('a transport without a queue gets a message when the one before is acknowledged', async () => {
  const server = slowServer();
  const outbox = outboxWith(server.post, false);
  for (const id of ['a', 'b', 'c']) outbox.send(message(id));
  await soon();
  expect(server.asked).toEqual(['a']);
  server.take('a');
  await soon();
  expect(server.asked).toEqual(['a', 'b']);
});

test('a transport with a queue gets every message at once, in order, and none twice', async () => {
  const server = slowServer();
  const outbox = outboxWith(server.post, true);
  for (const id of ['a', 'b', 'c']) outbox.send(message(id));
  server.take('b');
  await soon();
  outbox.wake();
  expect(server.asked).toEqual(['a', 'b', 'c']);
  expect(left().map(([id]) => id)).toEqual(['a', 'c']);
});

test('an error of the server’s is tried three times, and then everything waits for the person', async () => {
  const post = vi.fn(() => Promise.reject(new Error('down')));
  const outbox = outboxWith(post, false, { outcome: 'retry', why: 'down', waitMs: 0 });
  outbox.send(message('a'));
  outbox.send(message('b'));
  await vi.advanceTimersByTimeAsync(300_000);
  expect(post).toHaveBeenCalledTimes(3);
  expect(left()).toEqual([
    ['a', 'down'],
    ['b', 'on its way'],
  ]);
  expect(hold).toMatchObject({ reason: 'trouble' });
});
