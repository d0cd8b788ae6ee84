import { createHash } from 'node:crypto';
import { words as faults } from '@foyer/words/compiled/en/faults';
import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeServer } from '../testing/fake-server.ts';
import { fakeStorage } from '../testing/fake-storage.ts';
import { visitorAt } from '../testing/visitor-at.ts';
import { thread } from '../words.ts';
import { startOver } from './endings.ts';

let server: FakeServer;
let storage: ReturnType<typeof fakeStorage>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => undefined);
  server = new FakeServer();
  storage = fakeStorage();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const soon = () => vi.advanceTimersByTimeAsync(10);
const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

async function withConversation() {
  const visitor = visitorAt(server, storage);
  visitor.talk.send({ text: 'one' });
  await soon();
  return visitor;
}

describe('a blocked visitor', () => {
  test('sees a notice, gets the text back, and can still read', async () => {
    const { talk, givenBack, noticed, isConnected } = await withConversation();
    server.first.isBlocked = true;
    talk.send({ text: 'two' });
    talk.send({ text: 'three' });
    await soon();
    expect(givenBack).toEqual(['two\n\nthree']);
    expect(talk.state).toMatchObject({ phase: 'open', messages: [{ text: 'one' }], outgoing: [], wait: null });
    expect(noticed.at(-1)).toBe(thread.blocked);
    expect(isConnected()).toBe(true);
    expect(server.texts()).toEqual([['one']]);
  });

  test('sees the notice on returning, and can write again after unblocking', async () => {
    await withConversation();
    server.first.isBlocked = true;
    const { talk, noticed, comesBack } = visitorAt(server, storage);
    await comesBack();
    expect(talk.state.conversation?.isBlocked).toBe(true);
    expect(noticed.at(-1)).toBe(thread.blocked);
    server.first.isBlocked = false;
    if (talk.state.conversation) talk.set({ conversation: { ...talk.state.conversation, isBlocked: false } });
    expect(noticed.at(-1)).toBe('');
    talk.send({ text: 'two' });
    await soon();
    expect(server.texts()).toEqual([['one', 'two']]);
  });
});

describe('a deleted conversation', () => {
  test('disappears from screen and browser on the next message, and its text comes back', async () => {
    const { talk, givenBack, isConnected } = await withConversation();
    server.first.isDeleted = true;
    talk.send({ text: 'two' });
    await soon();
    expect(givenBack).toEqual(['two']);
    expect(talk.state).toMatchObject({ phase: 'box', conversation: null, messages: [], outgoing: [], card: null });
    expect(talk.state.said).toBe(problems['conversation-deleted']);
    expect(storage.items.size).toBe(0);
    expect(isConnected()).toBe(false);
  });

  test('is reported to a returning visitor, and the next message starts another one', async () => {
    await withConversation();
    server.first.isDeleted = true;
    const { talk, comesBack } = visitorAt(server, storage);
    await comesBack();
    expect(talk.state).toMatchObject({ phase: 'box', said: problems['conversation-deleted'] });
    expect(storage.items.size).toBe(0);
    talk.send({ text: 'again' });
    await soon();
    expect(server.texts()).toEqual([['one'], ['again']]);
  });
});

test('a visitor who starts again after the session has ended can send', async () => {
  const { talk } = await withConversation();
  server.session = null;
  talk.send({ text: 'two' });
  await soon();
  startOver(talk);
  talk.send({ text: 'again' });
  await soon();
  expect(server.texts()).toEqual([['one'], ['again']]);
});

test('an untrusted first message goes back into the box, and nothing is kept', async () => {
  server.mishaps = ['not-trusted'];
  const { talk, givenBack } = visitorAt(server, storage);
  talk.send({ text: 'Hello' });
  await soon();
  expect(givenBack).toEqual(['Hello']);
  expect(talk.state).toMatchObject({ phase: 'box', outgoing: [], said: problems['not-trusted'] });
  expect(storage.items.size).toBe(0);
});

test('a message with a wrong email is not retried, is edited at that field, and then sent', async () => {
  server.mishaps = ['invalid-request'];
  server.errors = [{ path: 'email', code: 'email-format', message: '' }];
  const { talk, givenBack, fields } = visitorAt(server, storage);
  talk.send({ text: 'Hello', email: 'ada@' });
  await soon();
  expect(talk.state.outgoing).toMatchObject([{ fault: faults['email-format'], wrong: 'email' }]);
  talk.outbox.retry();
  await seconds(120);
  expect(server.arrived).toHaveLength(1);
  talk.takeBack(() => true);
  expect([givenBack, fields]).toEqual([['Hello'], ['email']]);
  expect(talk.state).toMatchObject({ phase: 'box', outgoing: [] });
  expect(storage.items.size).toBe(0);
  talk.send({ text: 'Hello' });
  await soon();
  expect(server.texts()).toEqual([['Hello']]);
});

describe.each(['too-many-conversations', 'inbox-full', 'new-conversations-paused', 'sending-paused'] as const)('%s', (code) => {
  test('for a short while: the message waits, says so, and goes by itself', async () => {
    server.mishaps = [code];
    server.retryAfterSeconds = 60;
    const { talk, noticed } = visitorAt(server, storage);
    talk.send({ text: 'Hello' });
    await soon();
    expect(noticed.at(-1)).toBe(`${problems[code]} We’ll send it in 60 seconds.`);
    await seconds(59);
    expect(server.texts()).toEqual([]);
    await seconds(2);
    expect(server.texts()).toEqual([['Hello']]);
    expect(talk.state).toMatchObject({ outgoing: [], wait: null });
  });

  test('for long: the message stays with the reason and the time, and can be sent again by hand', async () => {
    server.mishaps = [code];
    server.retryAfterSeconds = 600;
    const { talk } = visitorAt(server, storage);
    const now = Date.now();
    talk.send({ text: 'Hello' });
    await seconds(120);
    expect(talk.state.outgoing[0]).toMatchObject({ fault: problems[code], againAt: now + 600_000 });
    expect(talk.keeper.read().pending).toHaveLength(1);
    talk.outbox.retry();
    await soon();
    expect(talk.state.outgoing).toEqual([]);
    expect(new Set(server.arrived.map(({ messageId }) => messageId)).size).toBe(1);
  });
});

describe('a first message that requires a proof', () => {
  const salt = 'salt?for=m1&';
  const challenge = {
    algorithm: 'SHA-256',
    challenge: createHash('sha256').update(`${salt}300`).digest('hex'),
    maxnumber: 500,
    salt,
    signature: 'signed',
  };

  test('is sent again unchanged with the proof, and a notice explains the wait', async () => {
    server.challenge = challenge;
    const { talk, noticed } = visitorAt(server, storage, async () => 'a word of Google');
    talk.send({ text: 'Hello' });
    await vi.waitFor(() => expect(server.texts()).toEqual([['Hello']]));
    const [first, second] = server.arrived;
    expect(second).toMatchObject({ messageId: first?.messageId, code: first?.code });
    expect([first?.recaptchaToken, first?.proof, second?.recaptchaToken]).toEqual(['a word of Google', undefined, undefined]);
    expect(JSON.parse(atob(second?.proof ?? ''))).toMatchObject({ number: 300, signature: 'signed' });
    expect(noticed).toContain(problems['challenge-required']);
    expect(noticed.at(-1)).toBe('');
    expect([...storage.items.values()].join()).not.toMatch(/Google|proof|signed/);
  });

  test('is one conversation if the response is lost and it is sent again', async () => {
    server.challenge = challenge;
    server.mishaps = [null, 'lost-answer'];
    const { talk } = visitorAt(server, storage);
    talk.send({ text: 'Hello' });
    await vi.waitFor(async () => {
      await seconds(1);
      expect(talk.state.phase).toBe('open');
    });
    expect(server.texts()).toEqual([['Hello']]);
  });

  test('waits for the person if this browser cannot find the proof', async () => {
    server.challenge = { ...challenge, maxnumber: 299 };
    const { talk } = visitorAt(server, storage);
    talk.send({ text: 'Hello' });
    await vi.waitFor(async () => {
      await seconds(10);
      expect(talk.state.outgoing[0]?.fault).toBe(problems['challenge-required']);
    });
    expect(talk.state.said).toBe('');
  });
});
