import { DEVICES_MAX } from '@foyer/domain/device';
import { newProfile } from '@foyer/domain/new-profile';
import { createApp } from '@foyer/functions/app';
import { openLoopback } from '@foyer/functions/outside/internet';
import { createPushSender } from '@foyer/functions/push/send-push';
import { parseVapidKey, type VapidKey } from '@foyer/functions/push/vapid-key';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Account, someAccount } from '../support/account.ts';
import { readAnswer } from '../support/answers.ts';
import { ORIGIN, openTestCloud, someManager, type TestCloud } from '../support/cloud.ts';
import { begun } from '../support/conversation.ts';
import { someDevice } from '../support/device.ts';
import { REFUSED_ENDPOINTS } from '../support/push-endpoints.ts';
import { type PushBrowser, type PushService, startPushService } from '../support/push-service.ts';
import { Visitor } from '../support/visitor.ts';

const KEY = parseVapidKey('7'.repeat(64)) as VapidKey;
const offline = { resolve: () => Promise.reject(new Error('offline')), ask: () => Promise.reject(new Error('offline')) };
const sender = createPushSender(KEY, { key: KEY, subject: 'https://site.web.app', isLoopbackOnly: true }, offline, openLoopback());

let service: PushService;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.stop());

interface Person extends Account {
  cloud: TestCloud;
  ask(method: string, path: string, body?: object): ReturnType<typeof readAnswer>;
  /** Adds a browser. Its id. */
  add(browser: PushBrowser, name?: string): Promise<string>;
  stored(): Promise<Record<string, { name: string; endpoint: string }>>;
}

async function somePerson({ hasPage = true, push = sender }: { hasPage?: boolean; push?: typeof sender | null } = {}): Promise<Person> {
  const account = await someAccount();
  const cloud = openTestCloud({ push: async () => push });
  const table = await cloud.tables();
  const at = Timestamp.now();
  if (hasPage)
    await table.manager(account.uid).set({ slug: account.uid.toLowerCase(), profile: newProfile('Ada'), createdAt: at, updatedAt: at });
  const app = createApp(cloud);
  const ask: Person['ask'] = (method, path, body) =>
    readAnswer(
      app.request(`/api/${path}`, {
        method,
        headers: { origin: ORIGIN, authorization: `Bearer ${account.idToken}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
  return {
    ...account,
    cloud,
    ask,
    async add({ subscription }, name = 'Chrome on Windows') {
      const id = nanoid();
      expect((await ask('PUT', `managers/me/devices/${id}`, { name, language: 'en', subscription })).status).toBe(204);
      return id;
    },
    stored: async () => (await table.devices(account.uid).get()).data()?.devices ?? {},
  };
}

describe('the key', () => {
  test('is what browsers subscribe with', async () => {
    const { ask } = await somePerson();
    expect(JSON.parse((await ask('GET', 'push-key')).text)).toEqual({ publicKey: KEY.publicKey });
  });

  test('is missing if the site sends no notifications', async () => {
    const { ask } = await somePerson({ push: null });
    expect(JSON.parse((await ask('GET', 'push-key')).text)).toEqual({ publicKey: null });
    expect((await ask('PUT', `managers/me/devices/${nanoid()}`, someDevice())).code).toBe('push-off');
  });
});

describe('a device', () => {
  test('is added, and updated by the same request', async () => {
    const { ask, add, stored, cloud, uid } = await somePerson();
    const browser = service.someBrowser();
    const id = await add(browser);
    await (await cloud.tables()).devices(uid).update({ frontAt: Timestamp.now() });
    const body = { name: 'Work laptop', language: 'de', subscription: browser.subscription };
    expect((await ask('PUT', `managers/me/devices/${id}`, body)).status).toBe(204);
    expect(await stored()).toMatchObject({ [id]: { name: 'Work laptop', endpoint: browser.subscription.endpoint } });
    expect((await (await cloud.tables()).devices(uid).get()).data()?.frontAt).toBeDefined();
  });

  test('that comes back under another id is there once', async () => {
    const { add, stored } = await somePerson();
    const browser = service.someBrowser();
    await add(browser);
    const id = await add(browser);
    expect(Object.keys(await stored())).toEqual([id]);
  });

  test(`is one of at most ${DEVICES_MAX}, also if all arrive together`, async () => {
    const { ask, stored } = await somePerson();
    const answers = await Promise.all(
      Array.from({ length: DEVICES_MAX + 2 }, async () => {
        const [id, device] = [nanoid(), { ...someDevice(), subscription: service.someBrowser().subscription }];
        for (;;) {
          const answer = await ask('PUT', `managers/me/devices/${id}`, device);
          // A store that is slow refuses some transactions on the same document. Clients repeat them.
          if (answer.code !== 'busy') return answer;
        }
      }),
    );
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(DEVICES_MAX);
    expect(answers.filter(({ code }) => code === 'too-many-devices')).toHaveLength(2);
    const [id, ...others] = Object.keys(await stored());
    expect(others).toHaveLength(DEVICES_MAX - 1);
    expect(
      (await ask('PUT', `managers/me/devices/${id}`, { ...someDevice(), subscription: service.someBrowser().subscription })).status,
    ).toBe(204);
  });

  test('is removed, however often', async () => {
    const { ask, add, stored } = await somePerson();
    const [id, kept] = [await add(service.someBrowser()), await add(service.someBrowser())];
    for (let round = 0; round < 2; round++) expect((await ask('DELETE', `managers/me/devices/${id}`)).status).toBe(204);
    expect(Object.keys(await stored())).toEqual([kept]);
    expect((await (await somePerson()).ask('DELETE', `managers/me/devices/${kept}`)).status).toBe(204);
    expect(Object.keys(await stored())).toEqual([kept]);
  });

  test('needs a page', async () => {
    const { ask } = await somePerson({ hasPage: false });
    expect(
      (await ask('PUT', `managers/me/devices/${nanoid()}`, { ...someDevice(), subscription: service.someBrowser().subscription })).code,
    ).toBe('no-page');
  });

  test('is refused to a sign-in that was revoked', async () => {
    const { ask, cloud, uid, stored } = await somePerson();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await (await cloud.auth()).revokeRefreshTokens(uid);
    expect(
      (await ask('PUT', `managers/me/devices/${nanoid()}`, { ...someDevice(), subscription: service.someBrowser().subscription })).code,
    ).toBe('signed-out');
    expect(await stored()).toEqual({});
  });

  test.each(REFUSED_ENDPOINTS)('with %s as its endpoint is refused: %s', async (_, endpoint) => {
    const { ask, stored } = await somePerson();
    const answer = await ask('PUT', `managers/me/devices/${nanoid()}`, someDevice(endpoint));
    expect([answer.status, answer.code]).toEqual([400, 'invalid-request']);
    expect(await stored()).toEqual({});
  });

  test.each([
    ['a short key', { p256dh: 'B' }],
    ['a key that is no point', { p256dh: `B${'x'.repeat(86)}` }],
    ['a long secret', { auth: 'x'.repeat(23) }],
    ['a further field', { expirationTime: null }],
  ])('with %s is refused', async (_, change) => {
    const { ask } = await somePerson();
    const device = someDevice(service.someBrowser().subscription.endpoint);
    const body = { ...device, subscription: { ...device.subscription, ...change } };
    expect((await ask('PUT', `managers/me/devices/${nanoid()}`, body)).code).toBe('invalid-request');
  });

  test.each(['__proto__________abcd', 'short', `__${'a'.repeat(17)}__`])('with the id %s is refused', async (id) => {
    const { ask } = await somePerson();
    const answer = await ask('PUT', `managers/me/devices/${id}`, { ...someDevice(), subscription: service.someBrowser().subscription });
    expect(answer.status).toBe(id.startsWith('__proto') ? 204 : 400);
  });
});

describe('a test notification', () => {
  test('reaches one device', async () => {
    const { ask, add } = await somePerson();
    const [browser, other] = [service.someBrowser(), service.someBrowser()];
    const id = await add(browser);
    await add(other);
    expect((await ask('POST', `managers/me/devices/${id}/tests`)).status).toBe(204);
    expect(browser.deliveries.map(({ payload }) => payload)).toMatchObject([{ kind: 'test', title: 'Notifications are on' }]);
    expect(other.deliveries).toEqual([]);
  });

  test('finds a device whose browser wants none, and removes it', async () => {
    const { ask, add, stored } = await somePerson();
    const browser = service.someBrowser();
    const id = await add(browser);
    browser.answer(410);
    expect((await ask('POST', `managers/me/devices/${id}/tests`)).code).toBe('unknown-device');
    expect(await stored()).toEqual({});
    expect((await ask('POST', `managers/me/devices/${id}/tests`)).code).toBe('unknown-device');
  });

  test('says that it could not be sent', async () => {
    const { ask, add, stored } = await somePerson();
    const browser = service.someBrowser();
    const id = await add(browser);
    browser.answer(503);
    expect(await ask('POST', `managers/me/devices/${id}/tests`)).toMatchObject({ status: 502, code: 'push-failed' });
    expect(Object.keys(await stored())).toEqual([id]);
  });

  test('is limited to five in a row', async () => {
    const { ask, add, cloud } = await somePerson();
    cloud.stopClock();
    const browser = service.someBrowser();
    const id = await add(browser);
    const codes = [];
    for (let round = 0; round < 7; round++) codes.push((await ask('POST', `managers/me/devices/${id}/tests`)).code);
    expect(codes).toEqual([null, null, null, null, null, 'too-fast', 'too-fast']);
    expect(browser.deliveries).toHaveLength(5);
  });
});

describe('a conversation that was read on one device', () => {
  /** Two devices, and a conversation whose message was told or not. */
  async function someRead({ isTold = true } = {}) {
    const person = await somePerson();
    const [here, there] = [service.someBrowser(), service.someBrowser()];
    const id = await person.add(here);
    await person.add(there);
    const table = await person.cloud.tables();
    const conversationId = 'c0ffee'.padEnd(32, '0');
    const { conversation, first } = begun({ text: 'Hello' });
    await table.conversation(person.uid, conversationId).set(conversation);
    const alert = { managerId: person.uid, conversationId, messageId: first.id, to: 'manager', mailDueAt: null } as const;
    await table.alert(conversationId, first.id).delete();
    if (isTold) await table.alert(conversationId, first.id).set({ ...alert, expireAt: Timestamp.now() });
    return { ...person, here, there, id, conversationId, at: conversation.lastMessage.at.toMillis() };
  }

  test('is withdrawn from the others', async () => {
    const { ask, here, there, id, conversationId, at } = await someRead();
    expect((await ask('DELETE', `managers/me/notifications/${conversationId}?except=${id}`)).status).toBe(204);
    expect(there.deliveries).toMatchObject([
      { payload: { kind: 'read', conversationId, at }, headers: { urgency: 'low', topic: conversationId } },
    ]);
    expect(here.deliveries).toEqual([]);
  });

  test('costs three reads and no write', async () => {
    const { ask, cloud, id, conversationId } = await someRead();
    cloud.operations.reset();
    await ask('DELETE', `managers/me/notifications/${conversationId}?except=${id}`);
    expect(cloud.operations).toMatchObject({ reads: 3, writes: 0 });
  });

  test('is not withdrawn if nothing was told of it', async () => {
    const { ask, there, id, conversationId } = await someRead({ isTold: false });
    expect((await ask('DELETE', `managers/me/notifications/${conversationId}?except=${id}`)).status).toBe(204);
    expect(there.deliveries).toEqual([]);
  });

  test('is not withdrawn by another manager', async () => {
    const { there, conversationId } = await someRead();
    const other = await somePerson();
    await other.add(service.someBrowser());
    expect((await other.ask('DELETE', `managers/me/notifications/${conversationId}`)).status).toBe(204);
    expect(there.deliveries).toEqual([]);
  });

  test('stays on Apple’s devices, whose subscription would end', async () => {
    const { ask, cloud, uid, there, conversationId, stored } = await someRead();
    const devices = await stored();
    const apple = Object.entries(devices).map(([id, device]) => [id, { ...device, endpoint: 'https://web.push.apple.com/x' }]);
    await (await cloud.tables()).devices(uid).set({ devices: Object.fromEntries(apple) });
    expect((await ask('DELETE', `managers/me/notifications/${conversationId}`)).status).toBe(204);
    expect(there.deliveries).toEqual([]);
  });
});

describe('a conversation that its visitor deletes', () => {
  /** Two devices, and a conversation whose message was told or not. */
  async function someDeletion({ isTold = true } = {}) {
    const cloud = openTestCloud({ push: async () => sender });
    const { slug, managerId } = await someManager(cloud);
    const visitor = new Visitor(createApp(cloud).request);
    const { body } = await visitor.start(slug, { text: 'A secret text' });
    const { id: conversationId } = body.conversation;
    const table = await cloud.tables();
    const browsers = [service.someBrowser(), service.someBrowser()];
    const now = Timestamp.now();
    const deviceOf = ({ subscription }: PushBrowser) =>
      ({ ...subscription, name: 'Chrome', language: 'en', createdAt: now, usedAt: now }) as const;
    await table.devices(managerId).set({ devices: Object.fromEntries(browsers.map((browser, index) => [`d${index}`, deviceOf(browser)])) });
    const last = (await table.conversation(managerId, conversationId).get()).data()?.lastMessage;
    if (!last) throw new Error('no message');
    const alert = { managerId, conversationId, messageId: last.id, to: 'manager', mailDueAt: null, expireAt: now } as const;
    if (isTold) await table.alert(conversationId, last.id).set(alert);
    return { table, managerId, conversationId, last, browsers, visitor };
  }

  test('is withdrawn from every device, without its text', async () => {
    const { table, managerId, conversationId, last, browsers, visitor } = await someDeletion();
    expect((await visitor.delete(conversationId)).status).toBe(204);
    const payload = { kind: 'read', conversationId, at: last.at.toMillis() };
    for (const { deliveries } of browsers) expect(deliveries.map((one) => one.payload)).toEqual([payload]);
    expect((await table.conversation(managerId, conversationId).get()).exists).toBe(false);
    expect((await table.alert(conversationId, last.id).get()).exists).toBe(false);
  });

  test('is not withdrawn if nothing was told of it', async () => {
    const { conversationId, browsers, visitor } = await someDeletion({ isTold: false });
    expect((await visitor.delete(conversationId)).status).toBe(204);
    for (const { deliveries } of browsers) expect(deliveries).toEqual([]);
  });

  test('is deleted although a push service fails, and a device that is gone is forgotten', async () => {
    const { table, managerId, conversationId, browsers, visitor } = await someDeletion();
    browsers[0]?.answer(503);
    browsers[1]?.answer(410);
    expect((await visitor.delete(conversationId)).status).toBe(204);
    expect((await table.conversation(managerId, conversationId).get()).exists).toBe(false);
    expect(Object.keys((await table.devices(managerId).get()).data()?.devices ?? {})).toEqual(['d0']);
  });
});
