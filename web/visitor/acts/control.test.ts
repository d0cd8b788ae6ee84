import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { comeBack } from '../talk/come-back.ts';
import { show } from '../talk/show.ts';
import { FakeServer } from '../testing/fake-server.ts';
import { fakeStorage } from '../testing/fake-storage.ts';
import { visitorAt } from '../testing/visitor-at.ts';
import { deleteConversation } from './delete-conversation.ts';
import { replaceCode } from './replace-code.ts';
import { resume } from './resume.ts';
import { signOutOthers } from './sign-out-others.ts';

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
const minute = () => vi.advanceTimersByTimeAsync(60_000);

async function withConversation() {
  const visitor = visitorAt(server, storage);
  visitor.talk.send({ text: 'one' });
  await soon();
  const { code } = visitor.talk.keeper.read();
  if (!code) throw new Error('There is no code.');
  return { ...visitor, code };
}

async function done<T>(doing: Promise<T>): Promise<T> {
  await minute();
  return doing;
}

describe('a new code', () => {
  test('replaces the old one, and is shown once', async () => {
    const { talk, code, comesBack } = await withConversation();
    expect(await replaceCode(talk, server)).toBeNull();
    const kept = talk.keeper.read();
    expect(kept).toMatchObject({ code: server.first.code, isCodeSeen: false, isCodeCopied: false });
    expect(kept).not.toHaveProperty('newCode');
    expect(server.first.retired).toEqual([code]);
    await comesBack();
    expect(talk.state.card).toBe('code');
    expect(await resume(talk, code)).toBe(problems['unknown-code']);
  });

  test('is stored next to the old one before the request', async () => {
    const { talk, code } = await withConversation();
    server.mishaps = ['offline'];
    const making = replaceCode(talk, server);
    expect(talk.keeper.read()).toMatchObject({ code, newCode: server.replacements[0] });
    await done(making);
  });

  test('is requested again, unchanged, if the response is lost', async () => {
    const { talk } = await withConversation();
    server.mishaps = ['lost-answer', 'offline'];
    expect(await done(replaceCode(talk, server))).toBeNull();
    expect(server.replacements).toHaveLength(3);
    expect(new Set(server.replacements).size).toBe(1);
    expect(talk.keeper.read().code).toBe(server.first.code);
  });

  test('is kept with the old one if no response comes, and confirmed the next time', async () => {
    const { talk, code } = await withConversation();
    server.mishaps = ['lost-answer', 'offline', 'offline', 'offline'];
    expect(await done(replaceCode(talk, server))).toBe(problems.offline);
    expect(talk.keeper.read()).toMatchObject({ code, newCode: server.first.code });
    vi.clearAllTimers();

    const later = visitorAt(server, storage);
    await later.comesBack();
    expect(later.talk.state.card).toBe('new-code');
    expect(await replaceCode(later.talk, server)).toBeNull();
    expect(later.talk.keeper.read().code).toBe(server.first.code);
    expect(new Set(server.replacements).size).toBe(1);
  });

  test('leaves the old one unchanged if it is refused', async () => {
    const { talk, code } = await withConversation();
    server.mishaps = ['too-many-codes'];
    server.retryAfterSeconds = 40;
    expect(await replaceCode(talk, server)).toBe(`${problems['too-many-codes']} Try again in 40 seconds.`);
    expect(talk.keeper.read().code).toBe(code);
    expect(talk.keeper.read()).not.toHaveProperty('newCode');
  });

  test('is replaced by another one if another device retired it before the response', async () => {
    const { talk } = await withConversation();
    server.mishaps = ['lost-answer', 'offline', 'offline', 'offline'];
    await done(replaceCode(talk, server));
    const [lost] = server.replacements;
    if (lost) server.first.retired.push(lost);
    expect(await replaceCode(talk, server)).toBeNull();
    expect(server.first.code).not.toBe(lost);
    expect(talk.keeper.read().code).toBe(server.first.code);
  });
});

describe('signing out other devices', () => {
  test('keeps this one connected, and offers a new code', async () => {
    const { talk, isConnected } = await withConversation();
    await signOutOthers(talk, server);
    expect(server.first.epoch).toBe(1);
    expect(talk.state).toMatchObject({ phase: 'open', card: 'signed-out', messages: [{ text: 'one' }] });
    expect(isConnected()).toBe(true);
    expect(talk.keeper.read().isSigningOut).toBe(false);
  });

  test('resumes automatically with the stored code if the response is lost', async () => {
    const { talk, isConnected, code } = await withConversation();
    server.mishaps = ['lost-answer'];
    await done(signOutOthers(talk, server));
    expect(talk.state).toMatchObject({ phase: 'open', card: 'signed-out' });
    expect(isConnected()).toBe(true);
    expect(talk.keeper.read().code).toBe(code);
  });

  test('lets the browser resume with its code if it closed before the response', async () => {
    const { talk } = await withConversation();
    server.mishaps = ['lost-answer'];
    signOutOthers(talk, server);
    await soon();
    vi.clearAllTimers();
    const later = visitorAt(server, storage);
    await later.comesBack();
    expect(later.talk.state).toMatchObject({ phase: 'ended', card: 'ended' });
    expect(later.talk.keeper.read().isSigningOut).toBe(true);
    show(later.talk, await comeBack(later.talk));
    expect(later.talk.state).toMatchObject({ phase: 'open', messages: [{ text: 'one' }] });
    expect(later.talk.keeper.read().isSigningOut).toBe(false);
  });

  test('reports a missing connection, and leaves the conversation open', async () => {
    const { talk, isConnected } = await withConversation();
    server.mishaps = ['offline', 'offline', 'offline', 'offline'];
    await done(signOutOthers(talk, server));
    expect(talk.state).toMatchObject({ phase: 'open', card: 'code', said: expect.stringContaining('couldn’t sign out') });
    expect(isConnected()).toBe(true);
    expect(server.first.epoch).toBe(0);
  });

  test('asks for the code if this device has been signed out', async () => {
    const { talk } = await withConversation();
    server.session = null;
    await signOutOthers(talk, server);
    expect(talk.state).toMatchObject({ phase: 'ended', card: 'ended', messages: [] });
    expect(talk.keeper.read().isSigningOut).toBe(false);
  });

  test('tries a new code with a lost response first', async () => {
    const { talk } = await withConversation();
    server.mishaps = ['lost-answer', 'offline', 'offline', 'offline'];
    await done(replaceCode(talk, server));
    server.mishaps = ['lost-answer'];
    await done(signOutOthers(talk, server));
    expect(talk.state.phase).toBe('open');
    expect(talk.keeper.read().code).toBe(server.first.code);
  });
});

describe('deleting', () => {
  test('leaves an empty box, one sentence, and nothing in the browser', async () => {
    const { talk, givenBack, isConnected } = await withConversation();
    expect(await deleteConversation(talk, server)).toBeNull();
    expect(server.first.isDeleted).toBe(true);
    expect(talk.state).toMatchObject({ phase: 'box', messages: [], card: null, said: 'The conversation is deleted.' });
    expect([givenBack, storage.items.size, isConnected()]).toEqual([[], 0, false]);
  });

  test('is completed after a lost response', async () => {
    const { talk } = await withConversation();
    server.mishaps = ['lost-answer'];
    expect(await done(deleteConversation(talk, server))).toBeNull();
    expect(talk.state).toMatchObject({ phase: 'box', said: 'The conversation is deleted.' });
  });

  test('reports a failure, and changes nothing', async () => {
    const { talk, isConnected } = await withConversation();
    server.mishaps = ['sending-paused'];
    expect(await deleteConversation(talk, server)).toBe(problems['sending-paused']);
    expect(talk.state.phase).toBe('open');
    expect(isConnected()).toBe(true);
    expect(storage.items.size).toBe(1);
  });
});
