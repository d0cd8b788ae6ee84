import { UNKNOWN_KIND_TEXT } from '@foyer/domain/messages/kinds';
import { MANAGER, SYSTEM, VISITOR } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { afterEach, describe, expect, test } from 'vitest';
import { createOutbox, type Outgoing, type Unsent } from '../../web/conversation/outbox.ts';
import { createReader } from '../../web/conversation/reader.ts';
import { type Reading, UNREAD } from '../../web/conversation/reading.ts';
import { openTestCloud } from '../support/cloud.ts';
import { managerOverFirestore, type Side, visitorOverApi, visitorOverFirestore } from '../support/conversation-sides.ts';

/** The same cases for each transport: the core must not know which one it uses. */

const cloud = openTestCloud();
const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

async function open(make: typeof visitorOverApi): Promise<Side> {
  const side = await make(cloud);
  endings.push(side.close);
  return side;
}

/** Follows a conversation, as either interface does. */
function read(side: Side) {
  let reading: Reading = UNREAD;
  const arrived: string[] = [];
  let hasEnded = false;
  const reader = createReader({
    me: side.me,
    read: () => reading,
    change: (patch) => {
      reading = { ...reading, ...patch };
    },
    arrived: (messages) => arrived.push(...messages.map(({ text }) => text)),
  });
  const following = side.transport.follow({
    ...reader,
    failed() {
      hasEnded = true;
      reading = UNREAD;
    },
  });
  endings.push(following.stop, reader.stop);
  return {
    get reading() {
      return reading;
    },
    get hasEnded() {
      return hasEnded;
    },
    arrived,
    older: () => reader.older(following),
    texts: () => reading.messages.map(({ text }) => text),
  };
}

interface StoredMessage {
  at: Timestamp;
  sender: string;
  text: string;
  id?: string;
  kind?: string;
  version?: number;
}

/** Stores messages without either transport, as the server does. */
async function store({ fixture }: Side, messages: readonly StoredMessage[]) {
  const db = await cloud.firestore();
  const batch = db.batch();
  for (const { id = nanoid(), at, kind = 'text', version = 2, ...message } of messages) {
    const path = paths.message(fixture.manager.uid, fixture.conversationId, id);
    batch.create(db.doc(path), { version, kind, createdAt: at, ...message });
  }
  await batch.commit();
}

async function storedTexts({ fixture }: Side): Promise<unknown[]> {
  const db = await cloud.firestore();
  const { docs } = await db.collection(paths.messages(fixture.manager.uid, fixture.conversationId)).orderBy('createdAt').get();
  return docs.map((found) => found.get('text'));
}

const other = ({ me }: Side) => (me === VISITOR ? MANAGER : VISITOR);
const soon = (ms = 0) => Timestamp.fromMillis(Date.now() + 1000 + ms);

const SENDING = [
  ['a visitor, over the API', visitorOverApi],
  ['a manager, over Firestore', managerOverFirestore],
] as const;

const READING = [...SENDING, ['a visitor, over Firestore', visitorOverFirestore]] as const;

describe.each(SENDING)('%s', (_, make) => {
  test('retries with the same id until stored, and stores it once', async () => {
    const side = await open(make);
    const message = { messageId: nanoid(), text: 'Once' };
    await Promise.all([side.transport.send(message), side.transport.send(message)]);
    await side.transport.send(message);
    expect(await storedTexts(side)).toEqual(['Good morning', 'Once']);
  });

  test('keeps a refused message, sends it again, or withdraws it', async () => {
    const side = await open(make);
    const messageId = nanoid();
    await store(side, [{ id: messageId, at: Timestamp.now(), sender: side.me, text: 'Taken' }]);
    let kept: Unsent[] = [];
    let outgoing: readonly Outgoing[] = [];
    const outbox = createOutbox<Unsent>({
      kept: {
        read: () => kept,
        change: (update) => {
          kept = update(kept);
        },
      },
      post: side.transport.send,
      failureOf: side.transport.failureOf,
      changed: (now) => {
        outgoing = [...now];
      },
      isQueued: side.me === MANAGER,
    });
    const failed = () => outgoing.filter(({ fault }) => fault).map(({ text }) => text);
    outbox.send({ messageId, text: 'Another text' });
    outbox.send({ messageId: nanoid(), text: 'Behind it' });
    await expect.poll(() => [failed(), kept.length]).toEqual([['Another text'], 1]);
    expect(await storedTexts(side)).toEqual(['Good morning', 'Taken', 'Behind it']);

    const db = await cloud.firestore();
    await db.doc(paths.message(side.fixture.manager.uid, side.fixture.conversationId, messageId)).delete();
    outbox.retry();
    await expect.poll(() => kept).toEqual([]);
    expect(await storedTexts(side)).toContain('Another text');

    outbox.send({ messageId, text: 'A third text' });
    await expect.poll(failed).toEqual(['A third text']);
    expect(outbox.takeBack(() => true).map(({ text }) => text)).toEqual(['A third text']);
    expect([kept, outgoing]).toEqual([[], []]);
  });
});

describe.each(READING)('%s', (_, make) => {
  test('receives each message of the other once, in order', async () => {
    const side = await open(make);
    const thread = read(side);
    await expect.poll(thread.texts).toEqual(['Good morning']);
    for (const text of ['One', 'Two', 'Three']) await store(side, [{ at: Timestamp.now(), sender: other(side), text }]);
    await expect.poll(thread.texts).toEqual(['Good morning', 'One', 'Two', 'Three']);
    expect(thread.arrived.filter((text) => text !== 'Good morning')).toEqual(['One', 'Two', 'Three']);
  });

  test('shows an unknown kind as the neutral sentence, and a server line unchanged', async () => {
    const side = await open(make);
    const thread = read(side);
    await store(side, [
      { at: soon(), sender: other(side), kind: 'hologram', version: 99, text: 'Not to be trusted' },
      { at: soon(1), sender: SYSTEM, kind: 'system', text: 'Someone joined.' },
    ]);
    await expect.poll(thread.texts).toEqual(['Good morning', UNKNOWN_KIND_TEXT, 'Someone joined.']);
    expect(thread.reading.messages.map(({ kind }) => kind)).toEqual(['text', 'hologram', 'system']);
    expect(thread.arrived).not.toContain('Someone joined.');
    // The API converts everything to its own version.
    expect(thread.reading.isOutdated).toBe(make !== visitorOverApi);
  });
});

describe.each([READING[0], READING[2]])('%s, when all sessions are ended elsewhere', (_, make) => {
  test('notices it, drops the content, and receives nothing more', async () => {
    const side = await open(make);
    const thread = read(side);
    await expect.poll(thread.texts).toEqual(['Good morning']);
    await side.endSessions();
    await expect.poll(() => thread.hasEnded).toBe(true);
    expect(thread.texts()).toEqual([]);
    await store(side, [{ at: Timestamp.now(), sender: MANAGER, text: 'Too late' }]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(thread.texts()).toEqual([]);
    await expect(side.transport.send({ messageId: nanoid(), text: 'Too late' }).catch(side.transport.failureOf)).resolves.toMatchObject({
      outcome: 'skip',
    });
  });
});

describe.each([READING[1], READING[2]])('%s, after a long absence', (_, make) => {
  /** Several per millisecond: pages begin and end between them. */
  const burst = (from: number, count: number, name: string, sender: string) =>
    Array.from({ length: count }, (_, index) => ({
      at: new Timestamp(from + Math.floor(index / 20), 500_000_000 + (index % 20) * 300_000),
      sender,
      text: `${name}${index}`,
    }));

  test('fetches what came in between, without gaps or duplicates', async () => {
    const side = await open(make);
    const now = Math.floor(Date.now() / 1000);
    const before = burst(now + 10, 60, 'before', VISITOR);
    const meanwhile = burst(now + 100, 130, 'meanwhile', other(side));
    await store(side, before);
    const first = await newestOf(side);
    await store(side, meanwhile);

    let reading: Reading = { ...UNREAD, messages: first };
    const reader = createReader({
      me: side.me,
      read: () => reading,
      change: (patch) => {
        reading = { ...reading, ...patch };
      },
    });
    const following = side.transport.follow({ ...reader, failed: () => undefined });
    endings.push(following.stop, reader.stop);
    await expect.poll(() => reading.messages.at(-1)?.text).toBe('meanwhile129');
    expect(reading.isWhole).toBe(false);
    for (let page = 0; page < 9 && !reading.isWhole; page++) await reader.older(following);
    expect(reading.messages.map(({ text }) => text)).toEqual(['Good morning', ...[...before, ...meanwhile].map(({ text }) => text)]);
  });
});

/** The newest page as the API returns it, in whole milliseconds. */
async function newestOf({ fixture: { visitor, slug } }: Side): Promise<Reading['messages']> {
  return (await visitor.open(slug)).body.messages;
}
