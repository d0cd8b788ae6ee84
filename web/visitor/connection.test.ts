import type { OpenConversation } from '@foyer/domain/conversation';
import type { Message } from '@foyer/domain/message';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiProblem } from '../lib/api.ts';
import { type Connection, connect } from './connection.ts';
import type { Live, LiveEvents } from './live.ts';
import type { State } from './talk.ts';

class FakeDocument extends EventTarget {
  visibilityState = 'visible';

  show(visibilityState: 'visible' | 'hidden') {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const message = (id: string, sender: Message['sender'], createdAt: number): Message => ({ id, sender, text: id, createdAt });
const first = message('a', 'visitor', 1);
const reply = message('b', 'manager', 2);

let page: FakeDocument;
let state: State;
let answers: (OpenConversation | ApiProblem)[];
let asked: number;
let starts: { token: string; events: LiveEvents; live: Live; isStopped: boolean }[];
let startFails: number;
let arrived: string[];
let hasEnded: boolean;
let replacedBy: string | undefined;
let connection: Connection | undefined;

const opened = (token: string | null, ...messages: Message[]): OpenConversation => ({
  conversation: { id: 'c', managerId: 'm', status: 'open', isBlocked: false, name: '', messageCount: messages.length, createdAt: 1 },
  messages,
  token,
});

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  page = new FakeDocument();
  vi.stubGlobal('document', page);
  vi.stubGlobal('dispatchEvent', () => true);
  state = {
    phase: 'open',
    conversation: opened(null, first).conversation,
    messages: [first],
    outgoing: [],
    hold: null,
    card: null,
    isChecking: false,
    said: '',
    isManagerTyping: false,
    managerReadAt: 0,
    hasOlder: false,
  };
  answers = [];
  asked = 0;
  starts = [];
  startFails = 0;
  arrived = [];
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
    heed: (cause) => {
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
      async startLive({ token: used }, events) {
        if (startFails-- > 0) throw new Error('no sign-in');
        const start = {
          token: used,
          events,
          isStopped: false,
          live: { older: async () => [], mark: async () => undefined, newest: async () => 'a' },
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
    starts[0]?.events.messages([first, reply], false);
    expect(state.messages).toEqual([first, reply]);
    expect(arrived).toEqual(['b']);
    await seconds(30);
    expect(asked).toBe(0);
  });

  test('a typing mark that moves shows for six seconds, one that was there before does not', async () => {
    await connected('t1');
    starts[0]?.events.manager({ readAt: 0, typingAt: 5 });
    expect(state.isManagerTyping).toBe(false);
    starts[0]?.events.manager({ readAt: 7, typingAt: 6 });
    expect(state).toMatchObject({ isManagerTyping: true, managerReadAt: 7 });
    await seconds(6);
    expect(state.isManagerTyping).toBe(false);
  });

  test('the message ends the typing', async () => {
    await connected('t1');
    starts[0]?.events.manager({ readAt: 0, typingAt: 5 });
    starts[0]?.events.manager({ readAt: 0, typingAt: 6 });
    starts[0]?.events.messages([first, reply], false);
    expect(state.isManagerTyping).toBe(false);
  });
});

describe('when live reading fails', () => {
  test('it is tried once more with a new token, and not at once', async () => {
    answers = [opened('t2', first, reply)];
    await connected('t1');
    starts[0]?.events.failed();
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
    starts[0]?.events.failed();
    await seconds(1);
    expect(hasEnded).toBe(true);
    await seconds(60);
    expect(asked).toBe(1);
  });

  test('because another tab has opened another conversation, nothing of that one is mixed in', async () => {
    const other = opened('t2', reply);
    answers = [{ ...other, conversation: { ...other.conversation, id: 'other' } }];
    await connected('t1');
    starts[0]?.events.failed();
    await seconds(1);
    expect(replacedBy).toBe('other');
    expect(state.messages).toEqual([first]);
  });

  test('because nothing can be reached, it is asked on', async () => {
    answers = [new ApiProblem('offline', 'offline'), opened('t2', first)];
    await connected('t1');
    starts[0]?.events.failed();
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
  const window = Array.from({ length: 50 }, (_, index) => message(`n${String(index).padStart(2, '0')}`, 'manager', 100 + index));

  test('can be asked for when the conversation is longer than the page', async () => {
    await connected('t1');
    state.messages = [];
    state.conversation = { ...opened(null, first).conversation, messageCount: 51 };
    starts[0]?.events.messages(window, true);
    expect(state.hasOlder).toBe(true);
    if (starts[0]) starts[0].live.older = async () => [first];
    await connection?.older?.();
    expect(state.messages[0]).toEqual(first);
    expect(state).toMatchObject({ hasOlder: false });
    expect(state.messages).toHaveLength(51);
  });

  test('are not offered when the page is the whole conversation', async () => {
    await connected('t1');
    state.messages = [];
    state.conversation = { ...opened(null, first).conversation, messageCount: 50 };
    starts[0]?.events.messages(window, true);
    expect(state.hasOlder).toBe(false);
  });
});
