import { VISITOR } from '@foyer/domain/participant';
import { makeResumeCode } from '@foyer/domain/resume-code';
import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { shownMessages } from '../../conversation/delivery.ts';
import { ApiProblem } from '../../lib/api.ts';
import { forget } from '../acts/forget.ts';
import { markCodeSeen } from '../acts/mark-code-seen.ts';
import { resume } from '../acts/resume.ts';
import { FakeServer } from '../testing/fake-server.ts';
import { fakeStorage } from '../testing/fake-storage.ts';
import { visitorAt } from '../testing/visitor-at.ts';
import { startOver } from './endings.ts';
import type { Talk } from './talk.ts';

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

const shownTexts = ({ state }: Talk) => shownMessages(state.messages, state.outgoing, VISITOR).map(({ text }) => text);
const soon = () => vi.advanceTimersByTimeAsync(10);
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

describe('a first message', () => {
  test('is stored before it is sent, and nothing is stored before that', async () => {
    const { talk } = visitorAt(server, storage);
    expect(storage.items.size).toBe(0);
    expect(talk.send({ text: '   ' })).toEqual({ code: 'required' });
    expect(storage.items.size).toBe(0);

    talk.send({ text: '\nHello \n', name: 'Jonas' });
    expect(talk.keeper.read()).toMatchObject({ pending: [{ text: 'Hello', name: 'Jonas' }] });
    const start = vi.spyOn(server, 'start').mockImplementationOnce((first) => {
      const { code, pending } = talk.keeper.read();
      expect([code, pending[0]?.code]).toEqual([first.code, first.code]);
      expect(code).toMatch(/^[0-9A-Z]{20}$/);
      return server.start(first);
    });
    await soon();
    expect(start).toHaveBeenCalled();
    expect(talk.keeper.read()).toMatchObject({ conversationId: talk.state.conversation?.id, isCodeSeen: false, pending: [] });
    expect(talk.state).toMatchObject({ phase: 'open', card: 'code', outgoing: [], messages: [{ text: 'Hello' }] });
  });

  test('is one conversation with one message after lost responses', async () => {
    server.mishaps = ['lost-answer', 'lost-answer'];
    const { talk } = visitorAt(server, storage);
    talk.send({ text: 'Hello' });
    await minutes(1);
    expect(server.texts()).toEqual([['Hello']]);
    expect(server.arrived).toHaveLength(3);
    expect(new Set(server.arrived.map(({ messageId, code }) => `${messageId} ${code}`)).size).toBe(1);
  });

  test('survives closing the browser while it is being sent', async () => {
    server.mishaps = ['lost-answer'];
    visitorAt(server, storage).talk.send({ text: 'Hello' });
    await vi.advanceTimersByTimeAsync(1);
    vi.clearAllTimers();

    const again = visitorAt(server, storage);
    await again.comesBack();
    expect(shownTexts(again.talk)).toEqual(['Hello']);
    await soon();
    expect(server.texts()).toEqual([['Hello']]);
    expect(again.talk.state.phase).toBe('open');
  });

  test('can be taken back after a refusal, and then nothing is stored', async () => {
    server.mishaps = ['invalid-request'];
    const { talk, givenBack } = visitorAt(server, storage);
    talk.send({ text: 'Hello', email: 'nonsense@x' });
    await soon();
    expect(talk.state.outgoing[0]?.fault).toBe(problems['invalid-request']);
    talk.takeBack(() => true);
    expect(givenBack).toEqual(['Hello']);
    expect(talk.state).toMatchObject({ phase: 'box', outgoing: [] });
    expect(storage.items.size).toBe(0);
  });

  test('in a second tab joins the conversation that the first tab has begun', async () => {
    const [one, other] = [visitorAt(server, storage), visitorAt(server, storage)];
    one.talk.send({ text: 'Here' });
    other.talk.send({ text: 'There, at the same moment' });
    await minutes(1);
    other.talk.send({ text: 'There, later' });
    await soon();
    expect(server.texts()).toEqual([['Here', 'There, at the same moment', 'There, later']]);
  });
});

describe('a cookie that another page has overwritten', () => {
  const lost = () => new ApiProblem('session-ended', { isSessionMissing: true });

  test('is restored with the code right after a start, and the message arrives', async () => {
    const { talk } = visitorAt(server, storage);
    talk.send({ text: 'one' });
    await soon();
    vi.spyOn(server, 'send').mockRejectedValueOnce(lost());
    const resumed = vi.spyOn(server, 'resume');
    talk.send({ text: 'two' });
    await vi.waitFor(() => expect(server.texts()).toEqual([['one', 'two']]));
    expect(talk.state).toMatchObject({ phase: 'open', outgoing: [] });
    expect(resumed).toHaveBeenCalledExactlyOnceWith(talk.keeper.read().code);
  });

  test('is restored with the code after a reload too', async () => {
    visitorAt(server, storage).talk.send({ text: 'one' });
    await soon();
    vi.spyOn(server, 'open').mockRejectedValueOnce(lost());
    const { talk, comesBack } = visitorAt(server, storage);
    await comesBack();
    expect(talk.state).toMatchObject({ phase: 'open', messages: [{ text: 'one' }] });
  });

  test.each([
    ['the browser was signed out', 0, {}],
    ['the start was long ago', 61 * 60_000, { isSessionMissing: true } as const],
  ])('is an ended session when %s', async (_, waitMs, body) => {
    const { talk } = visitorAt(server, storage);
    talk.send({ text: 'one' });
    await soon();
    await vi.advanceTimersByTimeAsync(waitMs);
    vi.spyOn(server, 'send').mockRejectedValueOnce(new ApiProblem('session-ended', body));
    const resumed = vi.spyOn(server, 'resume');
    talk.send({ text: 'two' });
    await vi.waitFor(() => expect(talk.state).toMatchObject({ phase: 'ended', outgoing: [{ text: 'two' }] }));
    expect(resumed).not.toHaveBeenCalled();
  });
});

describe('unsent messages', () => {
  test('arrive in the order in which they were written', async () => {
    server.mishaps = [null, 'offline', 'busy', null, 'lost-answer'];
    const { talk } = visitorAt(server, storage);
    for (const text of ['one', 'two', 'three', 'four']) talk.send({ text });
    expect(shownTexts(talk)).toEqual(['one', 'two', 'three', 'four']);
    await minutes(2);
    expect(server.texts()).toEqual([['one', 'two', 'three', 'four']]);
    expect(talk.state).toMatchObject({ outgoing: [], wait: null });
  });

  test('wait for a connection, and are sent immediately when it is back', async () => {
    server.mishaps = Array(5).fill('offline');
    const { talk } = visitorAt(server, storage);
    talk.send({ text: 'Hello' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(talk.state.wait?.reason).toBe('offline');
    server.mishaps = [];
    talk.outbox.wake();
    await soon();
    expect(server.texts()).toEqual([['Hello']]);
    expect(talk.state.wait).toBeNull();
  });

  test('wait as long as the server says if they come too fast, then are sent automatically', async () => {
    server.mishaps = [null, 'too-fast'];
    server.retryAfterSeconds = 7;
    const { talk } = visitorAt(server, storage);
    talk.send({ text: 'one' });
    await soon();
    talk.send({ text: 'two' });
    await soon();
    expect(talk.state.wait).toEqual({ reason: 'too-fast', waitMs: 7000, why: 'You’re sending quickly. This one goes out in 7 seconds.' });
    talk.send({ text: 'three' });
    await vi.advanceTimersByTimeAsync(6900);
    expect(server.texts()).toEqual([['one']]);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.texts()).toEqual([['one', 'two', 'three']]);
  });

  test('fail after three server errors, and can be sent under the same id by hand', async () => {
    server.mishaps = ['internal', 'internal', 'internal'];
    const { talk } = visitorAt(server, storage);
    talk.send({ text: 'Hello' });
    await minutes(5);
    expect(server.arrived).toHaveLength(3);
    expect(talk.state.outgoing[0]?.fault).toBe(problems.internal);
    talk.outbox.retry();
    await soon();
    expect(new Set(server.arrived.map(({ messageId }) => messageId)).size).toBe(1);
    expect(server.texts()).toEqual([['Hello']]);
  });

  test('are not blocked by one that the server will always refuse', async () => {
    server.mishaps = [null, 'message-conflict'];
    const { talk } = visitorAt(server, storage);
    for (const text of ['one', 'two', 'three']) talk.send({ text });
    await soon();
    expect(server.texts()).toEqual([['one', 'three']]);
    expect(talk.state.outgoing.map(({ text, fault }) => [text, fault])).toEqual([['two', problems['message-conflict']]]);
  });
});

describe('an ended session', () => {
  test('clears the screen, keeps unsent messages, and sends them after the code', async () => {
    const { talk, isConnected } = visitorAt(server, storage);
    talk.send({ text: 'one' });
    await soon();
    const { code } = talk.keeper.read();
    server.session = null;
    talk.send({ text: 'two' });
    await soon();
    expect(talk.state).toMatchObject({ phase: 'ended', card: 'ended', messages: [], outgoing: [{ text: 'two' }] });
    expect(isConnected()).toBe(false);

    expect(await resume(talk, code ?? makeResumeCode(new Uint8Array(19)))).toBeNull();
    await soon();
    expect(server.texts()).toEqual([['one', 'two']]);
    expect(talk.state).toMatchObject({ phase: 'open', card: null });
    expect(isConnected()).toBe(true);
  });

  test('returns unsent text when the person starts again', async () => {
    const { talk, givenBack } = visitorAt(server, storage);
    talk.send({ text: 'one' });
    await soon();
    server.session = null;
    talk.send({ text: 'two' });
    await soon();
    startOver(talk);
    expect(givenBack).toEqual(['two']);
    expect(talk.state).toMatchObject({ phase: 'box', outgoing: [], card: null });
    expect(storage.items.size).toBe(0);
  });
});

describe('coming back', () => {
  test('opens the conversation that this browser knows, once there is a connection', async () => {
    visitorAt(server, storage).talk.send({ text: 'one' });
    await soon();
    server.mishaps = ['offline', 'internal'];
    const { talk, comesBack } = visitorAt(server, storage);
    const opening = comesBack();
    await soon();
    expect(talk.state).toMatchObject({ phase: 'opening', wait: { reason: 'offline' } });
    await minutes(1);
    await opening;
    expect(talk.state).toMatchObject({ phase: 'open', wait: null, card: 'code', messages: [{ text: 'one' }] });
  });

  test('does not show a code again after it was seen', async () => {
    const first = visitorAt(server, storage);
    first.talk.send({ text: 'one' });
    await soon();
    markCodeSeen(first.talk, false);
    const { talk, comesBack } = visitorAt(server, storage);
    await comesBack();
    expect(talk.state.card).toBeNull();
    expect(talk.keeper.read()).toMatchObject({ isCodeSeen: true, isCodeCopied: false });
  });

  test('with an unknown code shows an error and changes nothing', async () => {
    const { talk } = visitorAt(server, storage);
    expect(await resume(talk, makeResumeCode(new Uint8Array(19)))).toBe(problems['unknown-code']);
    expect(talk.state.phase).toBe('box');
    expect(storage.items.size).toBe(0);
  });

  test('with the code of another’s link sends nothing written to another conversation there', async () => {
    const theirs = visitorAt(server, fakeStorage());
    theirs.talk.send({ text: 'theirs' });
    await soon();
    const { code } = theirs.talk.keeper.read();
    const { talk, givenBack } = visitorAt(server, storage);
    server.mishaps = ['offline'];
    talk.send({ text: 'private' });
    await vi.advanceTimersByTimeAsync(1);
    await resume(talk, code ?? makeResumeCode(new Uint8Array(19)));
    await minutes(2);
    expect(server.texts()).toEqual([['theirs']]);
    expect(givenBack).toEqual(['private']);
    expect(talk.keeper.read()).toMatchObject({ code, pending: [] });
  });

  test('in another tab, with another code, never takes along text written here', async () => {
    const elsewhere = visitorAt(server, fakeStorage());
    elsewhere.talk.send({ text: 'elsewhere' });
    await soon();
    const [here, there] = [visitorAt(server, storage), visitorAt(server, storage)];
    here.talk.send({ text: 'here' });
    await soon();
    await resume(there.talk, elsewhere.talk.keeper.read().code ?? makeResumeCode(new Uint8Array(19)));
    here.talk.send({ text: 'still here' });
    await soon();
    expect(server.texts()).toEqual([['elsewhere'], ['here']]);
    expect(here.talk.state).toMatchObject({ phase: 'ended', outgoing: [{ text: 'still here' }] });

    await here.comesBack();
    expect(here.givenBack).toEqual(['still here']);
    expect(here.talk.state.messages.map(({ text }) => text)).toEqual(['elsewhere']);
  });

  /** A browser with a conversation, in which the page for codes has opened another one and asks. Resolves to what it keeps. */
  async function askedAboutAnother() {
    const theirs = visitorAt(server, fakeStorage());
    theirs.talk.send({ text: 'theirs' });
    await soon();
    visitorAt(server, storage).talk.send({ text: 'own' });
    await soon();
    await server.resume(theirs.talk.keeper.read().code ?? makeResumeCode(new Uint8Array(19)));
    return visitorAt(server, storage).talk.keeper.read();
  }

  test('opens the own conversation while the page for codes asks about another one', async () => {
    const { code, conversationId } = await askedAboutAnother();
    // The person leaves, or answers faster than the server.
    const { talk, comesBack } = visitorAt(server, storage);
    server.mishaps = [null, 'offline'];
    const opening = comesBack();
    await minutes(1);
    await opening;
    expect(talk.state.messages.map(({ text }) => text)).toEqual(['own']);
    expect(talk.keeper.read()).toMatchObject({ code, conversationId });
  });

  test('opens the other conversation if the kept code opens nothing any more', async () => {
    const { conversationId = '' } = await askedAboutAnother();
    const own = server.conversations.get(conversationId);
    if (own) own.isDeleted = true;
    const { talk, comesBack } = visitorAt(server, storage);
    await comesBack();
    expect(talk.state.messages.map(({ text }) => text)).toEqual(['theirs']);
    expect(talk.keeper.read().code).toBeUndefined();
  });

  test('after forgetting shows the message box', async () => {
    const { talk, isConnected } = visitorAt(server, storage);
    talk.send({ text: 'one' });
    await soon();
    server.mishaps = ['offline'];
    expect(await forget(talk, server)).toBe(problems.offline);
    expect(talk.state.phase).toBe('open');
    expect(await forget(talk, server)).toBeNull();
    expect(talk.state.phase).toBe('box');
    expect(isConnected()).toBe(false);
    expect(server.session).toBeNull();
    expect(storage.items.size).toBe(0);
  });
});
