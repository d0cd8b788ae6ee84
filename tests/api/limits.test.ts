import { paths } from '@foyer/domain/paths';
import { createApp } from '@foyer/functions/app';
import { breakerMode } from '@foyer/functions/limits/breaker';
import { Door } from '@foyer/functions/limits/door';
import { MANAGER_HOUR } from '@foyer/functions/limits/rates';
import { logs } from '@foyer/functions/logs';
import { type Firestore, Timestamp } from '@google-cloud/firestore';
import { describe, expect, test, vi } from 'vitest';
import { ORIGIN, openTestCloud, PROXIES, someManager, type TestCloud } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';

/** A site behind one trusted proxy, as with Firebase Hosting. */
const limitedCloud = (overrides: Parameters<typeof openTestCloud>[0] = {}): TestCloud => {
  const cloud = openTestCloud(overrides);
  cloud.config = { ...cloud.config, trustedProxies: PROXIES };
  return cloud;
};

let lastNetwork = 0;
/** An address that no other test uses. */
const someAddress = () => {
  lastNetwork++;
  return `10.${process.pid % 250}.${lastNetwork % 250}.${Math.ceil(Math.random() * 250)}`;
};
const behind = (cloud: TestCloud, address: string) => new Visitor(createApp(cloud).request, ORIGIN, `${address}, 192.0.2.254`);

describe('new conversations of one network', () => {
  test('are five, then one more needs a proof, then it must wait', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const address = someAddress();
    const statuses = [];
    for (let count = 0; count < 7; count++) statuses.push((await behind(cloud, address).start(slug)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 428, 428]);
    expect((await behind(cloud, someAddress()).start(slug)).status).toBe(200);
    cloud.advance(360_000);
    expect((await behind(cloud, address).start(slug)).status).toBe(200);
  });

  test('are counted exactly by two simultaneous instances', async () => {
    const [one, other] = [limitedCloud(), limitedCloud()];
    const { slug } = await someManager(one);
    const address = someAddress();
    const replies = await Promise.all(Array.from({ length: 16 }, (_, index) => behind(index % 2 ? one : other, address).start(slug)));
    const accepted = replies.filter(({ status }) => status === 200).length;
    expect(accepted).toBe(5);
    for (const { status, headers } of replies) if (status === 503) expect(headers.get('retry-after')).not.toBeNull();
    expect(replies.every(({ status }) => [200, 428, 503].includes(status))).toBe(true);
  });

  test('of a whole /24 are ten times as many', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const block = `172.${16 + (process.pid % 16)}.${Math.floor(Math.random() * 250)}`;
    const statuses = [];
    for (let host = 0; host < 52; host++) statuses.push((await behind(cloud, `${block}.${host}`).start(slug)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(50);
  });

  test('whose answers were lost count once', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const visitor = behind(cloud, someAddress());
    const first = { code: newCode(), messageId: 'a'.repeat(21), text: 'Once' };
    for (let count = 0; count < 8; count++) expect((await visitor.start(slug, first)).status).toBe(200);
  });

  test('cannot be charged to another network with a forged header', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const address = someAddress();
    const statuses = [];
    for (let count = 0; count < 7; count++) {
      const forger = new Visitor(createApp(cloud).request, ORIGIN, `${someAddress()}, 203.0.113.${count}, ${address}, 192.0.2.254`);
      statuses.push((await forger.start(slug)).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  });

  test("at the function's own address count for the caller, whatever hops they claim", async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const [caller, victim] = [someAddress(), someAddress()];
    const statuses = [];
    for (const claimed of [
      victim,
      `${victim}, 192.0.2.254`,
      `192.0.2.254, ${victim}`,
      '',
      'unknown',
      `${victim}, 192.0.2.1, 192.0.2.2`,
      victim,
    ]) {
      const forger = new Visitor(createApp(cloud).request, ORIGIN, `${claimed}, ${caller}`);
      statuses.push((await forger.start(slug)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 428, 428]);
    expect((await behind(cloud, victim).start(slug)).status).toBe(200);
  });

  test('cost the store one read when first refused and nothing after', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const address = someAddress();
    for (let count = 0; count < 5; count++) await behind(cloud, address).start(slug);
    cloud.operations.reset();
    for (let count = 0; count < 10; count++) await behind(cloud, address).start(slug);
    expect(cloud.operations).toMatchObject({ reads: 1, writes: 0 });
  });

  test('are refused while the store cannot count them', async () => {
    const working = limitedCloud();
    const { slug } = await someManager(working);
    const cloud = limitedCloud({ firestore: async () => withoutLimits(await working.firestore()) });
    const { status, body, headers } = await behind(cloud, someAddress()).start(slug);
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'busy', '2']);
    expect((await behind(cloud, someAddress()).resume(slug, newCode())).body.code).toBe('busy');
  });
});

/** A store in which only the limits are unreachable. */
function withoutLimits(db: Firestore): Firestore {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'doc')
        return (path: string) => {
          if (path.startsWith('limits/')) throw new Error('unreachable');
          return target.doc(path);
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

describe('wrong codes of one network', () => {
  test('are ten, then it must wait; a correct one still opens the conversation', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const code = newCode();
    await behind(cloud, someAddress()).start(slug, { code });
    const guesser = behind(cloud, someAddress());
    const codes = [];
    for (let count = 0; count < 12; count++) codes.push((await guesser.resume(slug, newCode())).body.code);
    expect(codes).toEqual([...new Array(10).fill('unknown-code'), 'too-many-codes', 'too-many-codes']);
    expect((await guesser.resume(slug, code)).status).toBe(200);
    expect((await guesser.resume(slug, newCode())).body.code).toBe('too-many-codes');
    expect((await guesser.resume(undefined, newCode())).body.code).toBe('too-many-codes');
    cloud.advance(60_000);
    expect((await guesser.resume(slug, newCode())).body.code).toBe('unknown-code');
  });

  test('of a neighbour, however many, never delay a correct one', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const code = newCode();
    const address = someAddress();
    await behind(cloud, address).start(slug, { code });
    const block = address.replace(/\.\d+$/, '');
    // More than the wide network's turns, and fewer than an instance admits of it in a burst.
    const wrong = Array.from({ length: 150 }, (_, host) => behind(cloud, `${block}.${host}`).resume(slug, newCode()));
    expect((await behind(cloud, address).resume(slug, code)).status).toBe(200);
    expect((await Promise.all(wrong)).some(({ body }) => body.code === 'too-many-codes')).toBe(true);
    expect((await behind(cloud, address).resume(slug, code)).status).toBe(200);
  });

  test('are ten even of a hundred simultaneous ones', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const guesser = behind(cloud, someAddress());
    const replies = await Promise.all(Array.from({ length: 100 }, () => guesser.resume(slug, newCode())));
    expect(replies.filter(({ body }) => body.code === 'unknown-code')).toHaveLength(10);
  });

  test('correct codes are free', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const code = newCode();
    const visitor = behind(cloud, someAddress());
    await visitor.start(slug, { code });
    cloud.operations.reset();
    for (let count = 0; count < 15; count++) expect((await visitor.resume(slug, code)).status).toBe(200);
    expect(cloud.operations.writes).toBe(0);
  });
});

describe('new conversations of one manager', () => {
  test('wait in the requests beyond sixty an hour, and are refused beyond three hundred', async () => {
    const cloud = openTestCloud();
    const { slug, managerId } = await someManager(cloud);
    const table = await cloud.tables();
    const trayOfNext = async () => {
      const { status, body } = await new Visitor(createApp(cloud).request).start(slug);
      return status === 200 ? (await table.conversation(managerId, body.conversation.id).get()).data()?.tray : body.code;
    };
    expect(await trayOfNext()).toBe('inbox');
    const hour = table.managerHour(`hour-${Math.floor(cloud.now() / 3_600_000)}-${managerId}`);
    expect((await hour.get()).data()?.count).toBe(1);
    await hour.update({ count: MANAGER_HOUR.soft });
    cloud.advance(0);
    const another = openTestCloud();
    const next = await new Visitor(createApp(another).request).start(slug);
    expect((await table.conversation(managerId, next.body.conversation.id).get()).data()?.tray).toBe('requests');
    await hour.update({ count: MANAGER_HOUR.hard });
    const full = await new Visitor(createApp(openTestCloud()).request).start(slug);
    expect([full.status, full.body.code]).toEqual([429, 'inbox-full']);
    expect(Number(full.headers.get('retry-after'))).toBeLessThanOrEqual(3600);
  });

  test('are at most three hundred from two hundred networks with ten tries each', async () => {
    const cloud = limitedCloud();
    const { slug } = await someManager(cloud);
    const base = Math.floor(Math.random() * 200);
    const app = createApp(cloud);
    let accepted = 0;
    for (let round = 0; round < 10; round++) {
      const replies = await Promise.all(
        Array.from({ length: 200 }, (_, index) => new Visitor(app.request, ORIGIN, `100.${base}.${index}.1, 192.0.2.254`).start(slug)),
      );
      accepted += replies.filter(({ status }) => status === 200).length;
      expect(replies.every(({ status }) => [200, 428, 429, 503].includes(status))).toBe(true);
    }
    expect(accepted).toBeGreaterThan(200);
    expect(accepted).toBeLessThanOrEqual(MANAGER_HOUR.hard);
  });
});

describe('the breaker', () => {
  const MODES = [
    ['challenge', 428, 200, 'challenge-required'],
    ['existing', 503, 200, 'new-conversations-paused'],
    ['read-only', 503, 503, 'sending-paused'],
    ['Read-only', 503, 503, 'sending-paused'],
    ['READ ONLY', 503, 503, 'sending-paused'],
    ['Challenge', 428, 200, 'challenge-required'],
    ['reed-only', 503, 503, 'sending-paused'],
    ['off', 503, 503, 'sending-paused'],
  ] as const;
  test.each(MODES)('at "%s" answers a first message with %i and a further one with %i', async (mode, first, further, code) => {
    const cloud = openTestCloud();
    const { slug } = await someManager(cloud);
    const visitor = new Visitor(createApp(cloud).request);
    const { body } = await visitor.start(slug);
    const breaker = (await cloud.tables()).breaker();
    await breaker.set({ mode });
    try {
      cloud.advance(31_000);
      const refused = await new Visitor(createApp(cloud).request).start(slug);
      expect([refused.status, refused.body.code]).toEqual([first, code]);
      expect((await visitor.send(body.conversation.id, 'Still here')).status).toBe(further);
      expect((await visitor.open(slug)).status).toBe(200);
    } finally {
      await breaker.delete();
    }
  });

  test.each([{}, { mode: '' }, { mode: 'Normal' }])('with the document %j lets everyone write', async (stored) => {
    const cloud = openTestCloud();
    const { slug } = await someManager(cloud);
    const breaker = (await cloud.firestore()).doc(paths.limit('breaker'));
    await breaker.set(stored);
    try {
      expect((await new Visitor(createApp(cloud).request).start(slug)).status).toBe(200);
    } finally {
      await breaker.delete();
    }
  });

  test('names an unknown mode in the log', async () => {
    const cloud = openTestCloud();
    const breaker = (await cloud.tables()).breaker();
    await breaker.set({ mode: 'reed-only' });
    const named = vi.spyOn(logs, 'breakerModeUnknown');
    try {
      expect(await breakerMode(cloud)).toBe('read-only');
      expect(named.mock.calls).toEqual([['reed-only', 'read-only']]);
    } finally {
      named.mockRestore();
      await breaker.delete();
    }
  });

  test('keeps its mode while the store fails', async () => {
    const cloud = openTestCloud();
    const { slug } = await someManager(cloud);
    const visitor = new Visitor(createApp(cloud).request);
    const { body } = await visitor.start(slug);
    const db = await cloud.firestore();
    cloud.firestore = async () => withoutLimits(db);
    cloud.advance(31_000);
    expect((await visitor.send(body.conversation.id, 'Goes on')).status).toBe(200);
  });
});

describe('an instance', () => {
  test('refuses a flood from one network by itself, without asking the store', async () => {
    const cloud = limitedCloud();
    cloud.door = new Door();
    const { slug } = await someManager(cloud);
    const flooder = behind(cloud, someAddress());
    await flooder.start(slug);
    cloud.operations.reset();
    const replies = await Promise.all(Array.from({ length: 60 }, () => flooder.raw('/api/sessions', { method: 'POST' })));
    const refused = replies.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(40);
    for (const { headers, body } of refused) {
      expect(headers.get('retry-after')).toMatch(/^\d+$/);
      expect(body.code).toBe('too-fast');
    }
    expect(cloud.operations).toMatchObject({ reads: 0, writes: 0 });
    expect((await behind(cloud, someAddress()).start(slug)).status).toBe(200);
  });

  test('accepts a hundred writes in a burst, then fifty a second', async () => {
    const cloud = openTestCloud();
    cloud.door = new Door();
    const frozen = cloud.now();
    cloud.now = () => frozen;
    const app = createApp(cloud);
    const replies = await Promise.all(
      Array.from({ length: 130 }, () =>
        new Visitor(app.request).raw('/api/sessions', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
      ),
    );
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(30);
    cloud.now = () => frozen + 1000;
    expect(replies.filter(({ status }) => status === 400)).toHaveLength(100);
  });

  test('lets one conversation be read thirty times in a burst, then every two seconds', async () => {
    const cloud = openTestCloud();
    const { slug } = await someManager(cloud);
    const visitor = new Visitor(createApp(cloud).request);
    await visitor.start(slug);
    const frozen = cloud.now();
    cloud.now = () => frozen;
    const replies = await Promise.all(Array.from({ length: 40 }, () => visitor.open(slug)));
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(10);
  });
});

test("accepts 25 of a minute's flood at fifty a second, and refuses the rest for free", async () => {
  const cloud = limitedCloud();
  cloud.door = new Door();
  let nowMs = Date.now();
  cloud.now = () => nowMs;
  const { slug } = await someManager(cloud);
  const flooder = behind(cloud, someAddress());
  const { id } = (await flooder.start(slug)).body.conversation;
  cloud.operations.reset();
  let accepted = 0;
  for (let sent = 0; sent < 3000; sent++) {
    nowMs += 20;
    if ((await flooder.send(id, `Flood ${sent}`)).status === 200) accepted++;
  }
  expect(accepted).toBeGreaterThan(15);
  expect(accepted).toBeLessThanOrEqual(25);
  // Two writes per accepted request, and the breaker read twice.
  expect(cloud.operations.writes).toBe(2 * accepted);
  expect(cloud.operations.reads).toBeLessThanOrEqual(2);
});

test('a conversation accepts three hundred messages in a day', async () => {
  const cloud = openTestCloud();
  const { slug, managerId } = await someManager(cloud);
  const visitor = new Visitor(createApp(cloud).request);
  const { body } = await visitor.start(slug);
  const conversation = (await cloud.tables()).conversation(managerId, body.conversation.id);
  let sent = 1;
  for (let refused = false; !refused && sent < 400; ) {
    cloud.advance(4000);
    refused = (await visitor.send(body.conversation.id, `Message ${sent}`)).status === 429;
    if (!refused) sent++;
  }
  // In twenty minutes four more turns came back.
  expect(sent).toBeGreaterThanOrEqual(300);
  expect(sent).toBeLessThanOrEqual(305);
  expect((await conversation.get()).data()?.messageCount).toBe(sent);
  const { headers } = await visitor.send(body.conversation.id, 'One more');
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(288);
});

test('nothing readable of an address is stored', async () => {
  const cloud = limitedCloud();
  const { slug } = await someManager(cloud);
  const address = someAddress();
  const startedAt = Timestamp.now();
  await behind(cloud, address).start(slug);
  await behind(cloud, address).resume(slug, newCode());
  const limits = await (await cloud.tables()).limits().get();
  const dump = JSON.stringify(limits.docs.map((limit) => [limit.id, limit.data()]));
  expect(dump).not.toContain(address);
  expect(dump).not.toContain(address.split('.').slice(0, 3).join('.'));
  const written = limits.docs.filter(({ updateTime }) => updateTime >= startedAt);
  expect(written.length).toBeGreaterThanOrEqual(2);
  for (const limit of written) expect(limit.data().expireAt.toMillis()).toBeLessThanOrEqual(cloud.now() + 48 * 3_600_000);
});
