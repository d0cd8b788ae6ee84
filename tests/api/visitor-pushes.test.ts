import type { PushSubscription } from '@foyer/domain/device';
import { PUSHES_MAX } from '@foyer/domain/reach';
import { subscribeToRepliesEndpoint, unsubscribeFromRepliesEndpoint } from '@foyer/domain/visitor-push';
import { createApp } from '@foyer/functions/app';
import { FieldValue } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';
import { fakePushes, somePush } from '../support/some-push.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/** A conversation, its code, and its visitor's first browser. */
async function someConversation(cloud: TestCloud = openTestCloud({ push: async () => fakePushes().sender })) {
  const { managerId, slug } = await someManager(cloud);
  const request = createApp(cloud).request;
  const code = newCode();
  const laptop = new Visitor(request);
  const { body } = await laptop.start(slug, { code });
  const conversationId = body.conversation.id;
  const table = await cloud.tables();

  const pushes = async () => (await table.reach(managerId, conversationId).get()).data()?.pushes ?? {};
  const subscribe = async (browser: Visitor, pushId: string = nanoid(), subscription: PushSubscription = somePush()) => {
    const input = { params: { conversationId, pushId }, body: { subscription, language: 'de' as const } };
    return { ...(await browser.call(subscribeToRepliesEndpoint, input)), pushId, subscription };
  };
  const unsubscribe = (browser: Visitor, pushId: string) =>
    browser.call(unsubscribeFromRepliesEndpoint, { params: { conversationId, pushId } });
  const anotherBrowser = async () => {
    const browser = new Visitor(request);
    expect((await browser.resume(slug, code)).status).toBe(200);
    return browser;
  };
  const ids = async () => Object.keys(await pushes()).sort();
  return { cloud, table, managerId, slug, code, conversationId, laptop, subscribe, unsubscribe, anotherBrowser, pushes, ids };
}

describe("a visitor's browser that asks for pushes", () => {
  test('is stored with its language, once however often it asks', async () => {
    const { laptop, subscribe, pushes } = await someConversation();
    const { status, pushId, subscription } = await subscribe(laptop);
    expect(status).toBe(204);
    expect(await pushes()).toEqual({
      [pushId]: { ...subscription, language: 'de', sessionId: expect.any(String), askedAtMs: expect.any(Number) },
    });
    const renewed = somePush();
    expect((await subscribe(laptop, pushId, renewed)).status).toBe(204);
    expect(await pushes()).toEqual({ [pushId]: expect.objectContaining(renewed) });
  });

  test('is one of three at most: a fourth replaces the one that asked first', async () => {
    const { cloud, laptop, subscribe, ids } = await someConversation();
    cloud.stopClock();
    const asked: string[] = [];
    for (let index = 0; index <= PUSHES_MAX; index++) {
      cloud.advance(10_000);
      asked.push((await subscribe(laptop)).pushId);
    }
    expect(await ids()).toEqual(asked.slice(1).sort());
  });

  test('is one of three at most, also when five ask at the same time', async () => {
    const { laptop, subscribe, ids } = await someConversation();
    const replies = await Promise.all(Array.from({ length: 5 }, () => subscribe(laptop)));
    expect(replies.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204]);
    expect(await ids()).toHaveLength(PUSHES_MAX);
  });

  test('can stop, again and again', async () => {
    const { laptop, subscribe, unsubscribe, ids } = await someConversation();
    const { pushId } = await subscribe(laptop);
    const { pushId: other } = await subscribe(laptop);
    expect((await unsubscribe(laptop, pushId)).status).toBe(204);
    expect((await unsubscribe(laptop, pushId)).status).toBe(204);
    expect(await ids()).toEqual([other]);
  });

  test('needs a session of this very conversation', async () => {
    const { cloud, slug, subscribe, unsubscribe, laptop, ids } = await someConversation();
    const stranger = new Visitor(createApp(cloud).request);
    await stranger.start(slug);
    const { pushId } = await subscribe(laptop);
    expect((await subscribe(stranger)).body.code).toBe('session-ended');
    expect((await unsubscribe(stranger, pushId)).body.code).toBe('session-ended');
    expect(await ids()).toEqual([pushId]);
  });

  test('is refused while it is blocked, keeps what it has, and can stop that', async () => {
    const { table, managerId, conversationId, laptop, subscribe, unsubscribe, ids } = await someConversation();
    const { pushId } = await subscribe(laptop);
    const conversation = table.conversation(managerId, conversationId);
    await conversation.update({ blockedAt: FieldValue.serverTimestamp() });
    expect((await subscribe(laptop)).body.code).toBe('blocked');
    expect(await ids()).toEqual([pushId]);
    expect((await unsubscribe(laptop, pushId)).status).toBe(204);
    await conversation.update({ blockedAt: null });
    expect((await subscribe(laptop)).status).toBe(204);
  });

  test('is refused with an unknown push service, wrong keys, or a language that Foyer lacks', async () => {
    const { conversationId, laptop, ids } = await someConversation();
    const right = { subscription: somePush(), language: 'en' };
    const put = (body: object) =>
      laptop.raw(`/api/conversations/${conversationId}/pushes/${nanoid()}`, {
        method: 'PUT',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    const wrong = [
      { subscription: { ...somePush(), endpoint: 'http://169.254.169.254/latest' } },
      { subscription: { ...somePush(), endpoint: `https://fcm.googleapis.com/${'x'.repeat(1000)}` } },
      { subscription: { ...somePush(), p256dh: 'short' } },
      { subscription: { ...somePush(), auth: 'x'.repeat(500) } },
      { language: 'tlh' },
      { name: 'more' },
    ];
    for (const part of wrong) expect([part, (await put({ ...right, ...part })).status]).toEqual([part, 400]);
    expect(await ids()).toEqual([]);
    expect((await put(right)).status).toBe(204);
  });

  test('is refused on a site without a key for pushes', async () => {
    const { laptop, subscribe } = await someConversation(openTestCloud());
    expect((await subscribe(laptop)).status).toBe(400);
  });
});

describe('a push ends with its session', () => {
  test('for other browsers, when one signs them out; the caller keeps its own', async () => {
    const { laptop, conversationId, anotherBrowser, subscribe, unsubscribe, ids } = await someConversation();
    const phone = await anotherBrowser();
    const { pushId } = await subscribe(laptop);
    await subscribe(phone);
    expect((await laptop.signOutOthers(conversationId)).status).toBe(200);
    expect(await ids()).toEqual([pushId]);
    // The session has a new id now, and the push is still its own.
    expect((await subscribe(phone)).body.code).toBe('session-ended');
    expect((await laptop.signOutOthers(conversationId)).status).toBe(200);
    expect(await ids()).toEqual([pushId]);
    expect((await unsubscribe(laptop, pushId)).status).toBe(204);
    expect(await ids()).toEqual([]);
  });

  test('when its browser forgets the conversation; other browsers keep theirs', async () => {
    const { laptop, slug, anotherBrowser, subscribe, ids } = await someConversation();
    const phone = await anotherBrowser();
    await subscribe(laptop);
    const { pushId } = await subscribe(phone);
    expect((await laptop.forget(slug)).status).toBe(204);
    expect(await ids()).toEqual([pushId]);
  });

  test('when its conversation is deleted, by either side', async () => {
    const { managerId, conversationId, laptop, subscribe, ids, table } = await someConversation();
    await subscribe(laptop);
    expect((await laptop.delete(conversationId)).status).toBe(204);
    expect(await ids()).toEqual([]);
    expect((await table.reach(managerId, conversationId).get()).exists).toBe(false);
    expect((await subscribe(laptop)).body.code).toBe('session-ended');
  });

  test('even if it asks while others are signed out or the conversation is deleted', async () => {
    for (let round = 0; round < 5; round++) {
      const { laptop, conversationId, anotherBrowser, subscribe, ids } = await someConversation();
      const phone = await anotherBrowser();
      await Promise.all([laptop.signOutOthers(conversationId), subscribe(phone), subscribe(phone)]);
      expect(await ids()).toEqual([]);
      await Promise.all([laptop.delete(conversationId), subscribe(laptop)]);
      expect(await ids()).toEqual([]);
    }
  });

  test('not when its code is replaced: its session goes on', async () => {
    const { laptop, conversationId, anotherBrowser, subscribe, ids } = await someConversation();
    const phone = await anotherBrowser();
    const asked = [(await subscribe(laptop)).pushId, (await subscribe(phone)).pushId];
    expect((await laptop.replaceCode(conversationId, newCode())).status).toBe(204);
    expect(await ids()).toEqual(asked.sort());
  });

  test('and other fields of the document stay', async () => {
    const { table, managerId, conversationId, laptop, subscribe, unsubscribe } = await someConversation();
    const reach = table.reach(managerId, conversationId);
    await reach.set({ other: 'kept' } as object);
    const { pushId } = await subscribe(laptop);
    await unsubscribe(laptop, pushId);
    await subscribe(laptop);
    await laptop.signOutOthers(conversationId);
    expect((await reach.get()).data()).toMatchObject({ other: 'kept' });
  });
});
