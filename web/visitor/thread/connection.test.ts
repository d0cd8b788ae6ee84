import type { OpenConversation } from '@foyer/domain/conversation';
import type { Message } from '@foyer/domain/message';
import { MANAGER, VISITOR } from '@foyer/domain/participant';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UNREAD } from '../../conversation/reading.ts';
import { fullPage, someMessage } from '../../conversation/testing/some-message.ts';
import type { Heard } from '../../conversation/transport.ts';
import { ApiProblem } from '../../lib/api.ts';
import type { State } from '../talk/talk.ts';
import { type Connection, connect } from './connection.ts';
import type { Live } from './live.ts';

class FakeDocument extends EventTarget {
  visibilityState = 'visible';

  show(visibilityState: 'visible' | 'hidden') {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const NOW = 1_000_000;
const first = someMessage('a', VISITOR, NOW - 9000);
const reply = someMessage('b', MANAGER, NOW + 1000);

let page: FakeDocument;
let state: State;
let answers: (OpenConversation | ApiProblem)[];
let asked: number;
let starts: { token: string; heard: Heard; live: Live; isStopped: boolean }[];
let startFails: number;
let arrived: string[];
let woken: number;
let hasEnded: boolean;
let replacedBy: string | undefined;
let connection: Connection | undefined;

const opened = (token: string | null, ...messages: Message[]): OpenConversation => ({
  conversation: { id: 'c', managerId: 'm', isBlocked: false, name: '', messageCount: messages.length, createdAt: 1 },
  messages,
  token,
});

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  page = new FakeDocument();
  vi.stubGlobal('document', page);
  state = {
    ...UNREAD,
    phase: 'open',
    conversation: opened(null, first).conversation,
    messages: [first],
    outgoing: [],
    hold: null,
    card: null,
    asksName: '',
    isChecking: false,
    said: '',
  };
  answers = [];
  asked = 0;
  starts = [];
  startFails = 0;
  arrived = [];
  woken = 0;
  hasEnded = false;
  replacedBy = undefined;
});
afterEach(() => {
  connection?.stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1000);

async function connected(token: string | null) {
  connection = connect(opened(token, first), {
    state,
    set: (patch) => Object.assign(state, patch),
    heed: async (cause) => {
      if (!(cause instanceof ApiProblem && cause.code === 'session-ended')) return false;
      hasEnded = true;
      connection?.stop();
      return true;
    },
    replaced: ({ conversation }) => {
      replacedBy = conversation.id;
      connection?.stop();
    },
    async open() {
      asked++;
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (!answer || answer instanceof ApiProblem) throw answer ?? new ApiProblem('offline', 'offline');
      return answer;
    },
    loadLive: async () => ({
      async startLive({ token: used }, heard) {
        if (startFails-- > 0) throw new Error('no sign-in');
        const start = {
          token: used,
          heard,
          isStopped: false,
          live: { older: async () => [], mark: async () => undefined, newest: async () => 'a', wake: () => woken++ },
        };
        const live = Object.assign(start.live, {
          stop: () => {
            made.isStopped = true;
          },
        });
        const made = Object.assign(start, { live });
        starts.push(made);
        return live;
      },
    }),
    arrived: (messages) => arrived.push(...messages.map(({ id }) => id)),
  });
  await seconds(0);
  return connection;
}

describe('live', () => {
  test('the manager writes, and it is there without a request', async () => {
    await connected('t1');
    starts[0]?.heard.messages([first, reply], true);
    expect(state.messages).toEqual([first, reply]);
    expect(arrived).toEqual(['b']);
    await seconds(30);
    expect(asked).toBe(0);
  });

  test('the manager blocks, and the visitor knows; where nobody has said so, what the API said stays', async () => {
    await connected('t1');
    starts[0]?.heard.marks({ readAt: 0, typingAt: 0, isBlocked: true }, true);
    expect(state.conversation?.isBlocked).toBe(true);
    starts[0]?.heard.marks({ readAt: 7, typingAt: 0 }, true);
    expect(state).toMatchObject({ readAt: 7, conversation: { isBlocked: true } });
    starts[0]?.heard.marks({ readAt: 7, typingAt: 0, isBlocked: false }, true);
    expect(state.conversation?.isBlocked).toBe(false);
  });

  test('the client is woken when somebody looks again, and nothing else hears of it', async () => {
    await connected('t1');
    page.show('hidden');
    page.show('visible');
    expect(woken).toBe(1);
  });
});

describe('when live reading fails', () => {
  test('it is tried once more with a new token, and not at once', async () => {
    answers = [opened('t2', first, reply)];
    await connected('t1');
    starts[0]?.heard.failed();
    await vi.advanceTimersByTimeAsync(249);
    expect(starts).toHaveLength(1);
    await seconds(1);
    expect(starts.map(({ token }) => token)).toEqual(['t1', 't2']);
    expect(starts[0]?.isStopped).toBe(true);
    expect(state.messages).toEqual([first, reply]);
  });

  test('a second time, the API is asked every 5 to 30 seconds', async () => {
    startFails = 2;
    answers = [opened('t', first)];
    await connected('t1');
    await seconds(60);
    expect(starts).toHaveLength(0);
    expect(asked).toBeGreaterThanOrEqual(4);
    expect(asked).toBeLessThanOrEqual(8);
    const before = asked;
    await seconds(300);
    expect(asked - before).toBe(10);
  });

  test('without a token the API is asked from the start', async () => {
    answers = [opened(null, first, reply)];
    await connected(null);
    await seconds(6);
    expect(arrived).toEqual(['b']);
    expect(starts).toHaveLength(0);
  });

  test('because the session has ended, the visitor is told', async () => {
    answers = [new ApiProblem('session-ended', 'ended')];
    await connected('t1');
    starts[0]?.heard.failed();
    await seconds(1);
    expect(hasEnded).toBe(true);
    await seconds(60);
    expect(asked).toBe(1);
  });

  test('because another tab has opened another conversation, nothing of that one is mixed in', async () => {
    const other = opened('t2', reply);
    answers = [{ ...other, conversation: { ...other.conversation, id: 'other' } }];
    await connected('t1');
    starts[0]?.heard.failed();
    await seconds(1);
    expect(replacedBy).toBe('other');
    expect(state.messages).toEqual([first]);
  });

  test('because nothing can be reached, it is asked on', async () => {
    answers = [new ApiProblem('offline', 'offline'), opened('t2', first)];
    await connected('t1');
    starts[0]?.heard.failed();
    await seconds(30);
    expect(starts.at(-1)?.token).toBe('t2');
  });
});

describe('a page that nobody looks at', () => {
  test('reads on for five minutes, then not at all, and comes back when looked at', async () => {
    answers = [opened('t2', first, reply)];
    await connected('t1');
    page.show('hidden');
    await seconds(299);
    expect(starts[0]?.isStopped).toBe(false);
    await seconds(2);
    expect(starts[0]?.isStopped).toBe(true);
    await seconds(3600);
    expect(asked).toBe(0);
    page.show('visible');
    await seconds(0);
    expect(starts.at(-1)?.token).toBe('t2');
    expect(state.messages).toEqual([first, reply]);
  });
});

describe('a live connection that has gone silent', () => {
  test('is left alone while the server has nothing new', async () => {
    await connected('t1');
    await seconds(300);
    expect(starts).toHaveLength(1);
    expect(asked).toBe(0);
  });

  test('is made anew when the server has a message that was not heard of', async () => {
    answers = [opened('t2', first, reply)];
    await connected('t1');
    if (starts[0]) starts[0].live.newest = async () => 'b';
    await seconds(90);
    expect(state.messages).toEqual([first, reply]);
    expect(starts.at(-1)?.token).toBe('t2');
  });

  test('is made anew when it does not answer at all', async () => {
    answers = [opened('t2', first)];
    await connected('t1');
    if (starts[0]) starts[0].live.newest = () => new Promise(() => undefined);
    await seconds(90);
    expect(starts.at(-1)?.token).toBe('t2');
  });
});

describe('older messages', () => {
  const window = fullPage('n', MANAGER, NOW);

  test('can be asked for when the conversation is longer than the page', async () => {
    await connected('t1');
    state.messages = [];
    starts[0]?.heard.messages(window, true);
    expect(state.isWhole).toBe(false);
    if (starts[0]) starts[0].live.older = async () => [first];
    await connection?.older?.();
    expect(state.messages[0]).toEqual(first);
    expect(state).toMatchObject({ isWhole: true });
    expect(state.messages).toHaveLength(51);
  });

  test('are not there without a connection, and can be asked for again', async () => {
    await connected('t1');
    state.messages = [];
    starts[0]?.heard.messages(window, true);
    if (starts[0]) starts[0].live.older = () => Promise.reject(new Error('offline'));
    await connection?.older?.();
    expect(state).toMatchObject({ messages: window, isWhole: false });
  });

  test('are not offered when the API says that the page is the whole conversation', async () => {
    answers = [opened(null, ...window)];
    await connected(null);
    state.messages = [];
    await seconds(6);
    expect(state).toMatchObject({ messages: window, isWhole: true });
  });
});
