import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutbox, type Failure, type Outgoing, type Unsent, type Wait } from './outbox.ts';

const SKIP: Failure = { outcome: 'skip', why: 'refused', waitMs: 0 };

let kept: Unsent[];
let outgoing: readonly Outgoing[];
let wait: Wait | null;

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
    changed: (now, reported) => {
      outgoing = now;
      wait = reported;
    },
    isQueued,
  });
}

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
  wait = null;
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each([
  ['one at a time', false],
  ['all together', true],
])('a message, sent %s', (_, isQueued) => {
  test('is kept until the server has it, and no longer', async () => {
    const server = slowServer();
    outboxWith(server.post, isQueued).send(message('a'));
    expect(kept).toEqual([message('a')]);
    server.take('a');
    await soon();
    expect([kept, outgoing]).toEqual([[], []]);
  });

  test('is shown as failed after a refusal, and can be sent again under the same id', async () => {
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

  test('can be taken back with its text after a refusal, and blocks no other message', async () => {
    const server = slowServer();
    const outbox = outboxWith(server.post, isQueued);
    outbox.send(message('a'));
    outbox.send(message('b'));
    server.refuse('a');
    await soon();
    server.take('b');
    await soon();
    expect(outbox.takeBack(({ messageId }) => messageId === 'a').map(({ text }) => text)).toEqual(['a!']);
    expect([kept, outgoing, wait]).toEqual([[], [], null]);
  });

  test('is sent again with the same id and in order if the page was left while sending', async () => {
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

test('posts a message after the previous one is acknowledged, without a queue', async () => {
  const server = slowServer();
  const outbox = outboxWith(server.post, false);
  for (const id of ['a', 'b', 'c']) outbox.send(message(id));
  await soon();
  expect(server.asked).toEqual(['a']);
  server.take('a');
  await soon();
  expect(server.asked).toEqual(['a', 'b']);
});

test('posts all messages immediately, in order and once each, with a queue', async () => {
  const server = slowServer();
  const outbox = outboxWith(server.post, true);
  for (const id of ['a', 'b', 'c']) outbox.send(message(id));
  server.take('b');
  await soon();
  outbox.wake();
  expect(server.asked).toEqual(['a', 'b', 'c']);
  expect(left().map(([id]) => id)).toEqual(['a', 'c']);
});

test('tries three times after a server error, then waits for the person with all messages', async () => {
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
  expect(wait).toMatchObject({ reason: 'trouble' });
});
