import type { OpenConversation } from '@foyer/domain/conversation';
import type { ShownPresence } from '@foyer/domain/manager-presence';
import type { Message } from '@foyer/domain/message';
import type { PageNotice } from '@foyer/domain/page-state';
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
let drawings: number;
/** The open listeners of the manager's presence. */
let presences: ((shown: ShownPresence | null) => void)[];
let tellPage: (notice: PageNotice) => void;
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
    wait: null,
    presence: null,
    card: null,
    asksName: '',
    said: '',
  };
  answers = [];
  asked = 0;
  starts = [];
  startFails = 0;
  arrived = [];
  woken = 0;
  drawings = 0;
  presences = [];
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
    set(patch) {
      drawings++;
      Object.assign(state, patch);
    },
    handleEnding: async (cause) => {
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
      if (!answer || answer instanceof ApiProblem) throw answer ?? new ApiProblem('offline');
      return answer;
    },
    loadLive: async () => ({
      async startLive({ token: used }, heard) {
        if (startFails-- > 0) throw new Error('no sign-in');
        const start = {
          token: used,
          heard,
          isStopped: false,
          live: {
            older: async () => [],
            mark: async () => undefined,
            newest: async () => 'a',
            wake: () => woken++,
            followPresence(changed: (shown: ShownPresence | null) => void, pageChanged: (notice: PageNotice) => void) {
              tellPage = pageChanged;
              presences.push(changed);
              return () => presences.splice(presences.indexOf(changed), 1);
            },
          },
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
  test('tells of a pause, its end and an offline page, and keeps the rest of the conversation', async () => {
    await connected('t1');
    const before = state.conversation;
    const pause = { sentence: 'At sea.', backOn: null, until: null };
    tellPage({ pause });
    expect(state.conversation).toEqual({ ...before, pause });
    tellPage({ isOffline: true, endsAt: NOW + 9000 });
    expect(state.conversation).toEqual({ ...before, isOffline: true, endsAt: NOW + 9000 });
    tellPage({});
    expect(state.conversation).toEqual(before);
    expect(asked).toBe(0);
  });

  test('draws again when a pause ends by the clock, however far ahead that is', async () => {
    await connected('t1');
    const days = 40;
    tellPage({ pause: { sentence: '', backOn: '1970-02-10', until: NOW + days * 86_400_000 } });
    const drawn = drawings;
    await seconds(days * 86_400 - 1);
    expect(drawings).toBe(drawn);
    await seconds(1);
    expect(drawings).toBe(drawn + 1);
  });

  test('shows a message from the manager without a request', async () => {
    await connected('t1');
    starts[0]?.heard.messages([first, reply], true);
    expect(state.messages).toEqual([first, reply]);
    expect(arrived).toEqual(['b']);
    await seconds(30);
    expect(asked).toBe(0);
  });

  test('shows a block by the manager; without one, the API’s answer stays', async () => {
    await connected('t1');
    starts[0]?.heard.marks({ readAt: 0, typingAt: 0, isBlocked: true }, true);
    expect(state.conversation?.isBlocked).toBe(true);
    starts[0]?.heard.marks({ readAt: 7, typingAt: 0 }, true);
    expect(state).toMatchObject({ readAt: 7, conversation: { isBlocked: true } });
    starts[0]?.heard.marks({ readAt: 7, typingAt: 0, isBlocked: false }, true);
    expect(state.conversation?.isBlocked).toBe(false);
  });

  test('wakes the client when the visitor looks again, without a request', async () => {
    await connected('t1');
    page.show('hidden');
    page.show('visible');
    expect(woken).toBe(1);
  });
});

describe('when live reading fails', () => {
  test('retries once with a new token, after a pause', async () => {
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

  test('polls the API every 5 to 30 seconds after a second failure', async () => {
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

  test('polls the API from the start without a token', async () => {
    answers = [opened(null, first, reply)];
    await connected(null);
    await seconds(6);
    expect(arrived).toEqual(['b']);
    expect(starts).toHaveLength(0);
  });

  test('because the session has ended, the visitor is told', async () => {
    answers = [new ApiProblem('session-ended')];
    await connected('t1');
    starts[0]?.heard.failed();
    await seconds(1);
    expect(hasEnded).toBe(true);
    await seconds(60);
    expect(asked).toBe(1);
  });

  test('shows nothing of another conversation that another tab has opened', async () => {
    const other = opened('t2', reply);
    answers = [{ ...other, conversation: { ...other.conversation, id: 'other' } }];
    await connected('t1');
    starts[0]?.heard.failed();
    await seconds(1);
    expect(replacedBy).toBe('other');
    expect(state.messages).toEqual([first]);
  });

  test('because nothing can be reached, it is asked on', async () => {
    answers = [new ApiProblem('offline'), opened('t2', first)];
    await connected('t1');
    starts[0]?.heard.failed();
    await seconds(30);
    expect(starts.at(-1)?.token).toBe('t2');
  });
});

describe('a hidden page', () => {
  test('keeps reading for five minutes, then stops, and resumes when visible', async () => {
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

describe('a silent live connection', () => {
  test('stays open while the server has nothing new', async () => {
    await connected('t1');
    await seconds(300);
    expect(starts).toHaveLength(1);
    expect(asked).toBe(0);
  });

  test('is replaced if the server has a message that did not arrive', async () => {
    answers = [opened('t2', first, reply)];
    await connected('t1');
    if (starts[0]) starts[0].live.newest = async () => 'b';
    await seconds(90);
    expect(state.messages).toEqual([first, reply]);
    expect(starts.at(-1)?.token).toBe('t2');
  });

  test('is replaced about a minute after it was last heard', async () => {
    answers = [opened('t2', first, reply)];
    await connected('t1');
    if (starts[0]) starts[0].live.newest = async () => 'b';
    await seconds(1);
    starts[0]?.heard.messages([first], true);
    await seconds(60);
    expect(starts).toHaveLength(1);
    await seconds(20);
    expect(state.messages).toEqual([first, reply]);
  });

  test('is replaced if it does not respond at all', async () => {
    answers = [opened('t2', first)];
    await connected('t1');
    if (starts[0]) starts[0].live.newest = () => new Promise(() => undefined);
    await seconds(90);
    expect(starts.at(-1)?.token).toBe('t2');
  });
});

describe('older messages', () => {
  const window = fullPage('n', MANAGER, NOW);

  test('can be loaded if the conversation is longer than the page', async () => {
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

  test('are missing without a connection, and can be requested again', async () => {
    await connected('t1');
    state.messages = [];
    starts[0]?.heard.messages(window, true);
    if (starts[0]) starts[0].live.older = () => Promise.reject(new Error('offline'));
    await connection?.older?.();
    expect(state).toMatchObject({ messages: window, isWhole: false });
  });

  test('are not offered if the API says that the page is the whole conversation', async () => {
    answers = [opened(null, ...window)];
    await connected(null);
    state.messages = [];
    await seconds(6);
    expect(state).toMatchObject({ messages: window, isWhole: true });
  });
});

describe("the manager's presence", () => {
  const online: ShownPresence = { look: 'online', status: '' };
  const block = (isBlocked: boolean) => starts[0]?.heard.marks({ readAt: 0, typingAt: 0, isBlocked }, true);

  test('is shown while the thread is live, and unknown without a live connection', async () => {
    await connected('token');
    await seconds(0);
    presences[0]?.(online);
    expect(state.presence).toEqual(online);
    starts[0]?.heard.failed();
    expect(state.presence).toBeNull();
    expect(presences).toEqual([]);
  });

  test('is not for a blocked visitor, and is shown again after the block', async () => {
    await connected('token');
    await seconds(0);
    presences[0]?.(online);
    block(true);
    expect([state.presence, presences.length]).toEqual([null, 0]);
    block(false);
    expect(presences).toHaveLength(1);
    presences[0]?.(online);
    expect(state.presence).toEqual(online);
  });
});
