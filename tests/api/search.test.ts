import { SEARCH_MAX } from '@foyer/domain/limits';
import { searchable } from '@foyer/domain/message-terms';
import { MANAGER, VISITOR } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { eraseConversation } from '@foyer/functions/conversations/erase-conversation';
import { Timestamp } from '@google-cloud/firestore';
import { nanoid } from 'nanoid';
import { beforeAll, describe, expect, test } from 'vitest';
import { breakAfter } from '../support/break-after.ts';
import { fromVisitor } from '../support/conversation.ts';
import { NO_RESULTS, Searching } from '../support/searching.ts';

describe('a search', () => {
  let world: Searching;
  let mina: string;
  let lukasz: string;
  let kenji: string;

  beforeAll(async () => {
    world = await Searching.open();
    mina = await world.conversation('Could you send the last invoice?', {
      visitor: { name: 'Mina Okafor', locale: 'en' },
      labels: ['c1'],
      section: 'Portraits in Łódź',
    });
    await world.add(mina, 'Here is your invoice of March.', MANAGER);
    lukasz = await world.conversation('Wyślij do Łodzi, na ulicę Żółtą', {
      visitor: { name: 'Łukasz', locale: 'pl' },
      alias: 'Printer',
      tray: 'requests',
      isMuted: true,
    });
    kenji = await world.conversation('写真の撮影をお願いします 🎉', {
      pinned: true,
      unread: 0,
      isUnread: false,
      blockedAt: Timestamp.now(),
      labels: ['d3'],
    });
    const firestore = await world.cloud.firestore();
    const labels = { c1: 'Clients', b2: 'Big Jobs', d3: '𐐔𐐯𐑅' };
    for (const [id, name] of Object.entries(labels)) await firestore.doc(paths.label(world.managerId, id)).set({ name, color: '#2c6fbb' });
  });

  test('finds messages by all their words, the latest first, with the passage', async () => {
    const { messages, conversations, matching, next } = await world.find('invoice');
    expect(messages.map(({ sender, passage }) => [sender, passage])).toEqual([
      [MANAGER, 'Here is your invoice of March.'],
      [VISITOR, 'Could you send the last invoice?'],
    ]);
    expect(messages[0]?.marks).toEqual([[13, 20]]);
    expect(conversations).toMatchObject([
      { id: mina, name: 'Mina Okafor', status: 'open', tray: 'inbox', labels: ['c1'], section: 'Portraits in Łódź' },
    ]);
    expect(conversations[0]?.preview).toBe('Here is your invoice of March.');
    expect([matching, next]).toEqual([[], null]);
  });

  test.each([
    ['invoice send', [['send', 'invoice']]],
    ['inv march', [['March']].slice(1)],
    ['invoice mar', [['invoice', 'Mar']]],
    ['"last invoice"', [['last invoice']]],
    ['"last invoice', [['last invoice']]],
    ['"invoice last"', []],
    ['lodzi ZOLTA', [['Łodzi', 'Żółtą']]],
    ['撮影', [['撮影']]],
    ['🎉', [['🎉']]],
    ['invoice from:mina', [['invoice']]],
    ['invoice from:printer', []],
    ['invoice label:clients', [['invoice'], ['invoice']]],
    ['invoice label:"big jobs"', []],
    ['invoice label:unknown', []],
    ['invoice is:unread', []],
    ['invoice is:read', [['invoice'], ['invoice']]],
    ['wyślij in:requests', [['Wyślij']]],
    ['wyślij in:inbox', []],
    ['wyślij is:muted', [['Wyślij']]],
    ['写真 is:pinned is:blocked', [['写真']]],
    ['invoice after:2020-01-01', [['invoice'], ['invoice']]],
    ['invoice before:2020-01-01', []],
  ])('%s: %j', async (q, marked) => expect(await world.marked(q)).toEqual(marked));

  test.each([
    ['mina', () => [mina]],
    ['okaf', () => [mina]],
    ['printer', () => [lukasz]],
    ['lukasz', () => [lukasz]],
    ['portraits lodz', () => [mina]],
    ['from:mina', () => [mina]],
    ['from:"Mina Okafor"', () => [mina]],
    ['from:mina is:pinned', () => []],
    ['from:portraits', () => []],
    ['label:clients', () => [mina]],
    ['label:𐐼𐐯𐑅', () => [kenji]],
    ['label:CLIENTS label:"Big jobs"', () => []],
    ['is:pinned', () => [kenji]],
    ['is:blocked', () => [kenji]],
    ['is:muted', () => [lukasz]],
    ['is:unread', () => [lukasz]],
    ['is:read', () => [kenji, mina]],
    ['in:requests', () => [lukasz]],
    ['in:inbox', () => [kenji, mina]],
    ['in:archive', () => []],
    ['in:inbox in:requests', () => []],
    ['after:2020-01-01', () => [kenji, lukasz, mina]],
    ['before:2020-01-01', () => []],
    ['is:pinned after:2020-01-01 in:inbox', () => [kenji]],
  ])('lists the conversations of %s', async (q, ids) => {
    const { matching, conversations } = await world.find(q);
    expect(matching.toSorted()).toEqual(ids().toSorted());
    expect(conversations.map(({ id }) => id)).toEqual(expect.arrayContaining(matching));
  });

  test.each([
    ['an emoji that nobody sent', '🦄', 0],
    ['one letter', 'q', 0],
    ['500 letters', 'x'.repeat(SEARCH_MAX), 0],
    ['quotes alone', '"" "', 0],
    ['signs alone', '?!', 0],
    ['right-to-left text', 'שלום "עולם', 0],
    ['direction marks', '\u202einvoice\u202c', 2],
    ['an unknown filter', 'size:large', 0],
    ['a day that does not exist', 'before:2026-02-30', 0],
    ['NUL', 'invoice\u0000', 2],
    ['half a character', 'invoice\ud83d', 2],
    ['paths', '../../managers __proto__', 0],
  ])('answers %s', async (_, q, count) => {
    const { status, body } = await world.raw({ q });
    expect([status, body.messages.length]).toEqual([200, count]);
  });

  test.each([
    [{}],
    [{ q: '' }],
    [{ q: 'x'.repeat(SEARCH_MAX + 1) }],
    [{ q: 'invoice', more: '1' }],
    [{ q: 'invoice', after: '' }],
    [{ q: 'invoice', after: 'nonsense' }],
    [{ q: 'invoice', after: 'x'.repeat(201) }],
    [{ q: 'invoice', after: Buffer.from('1.1.abc.def').toString('base64url') }],
    [{ q: 'invoice', after: Buffer.from(`999999999999.1.${'a'.repeat(32)}.abc`).toString('base64url') }],
    [{ q: 'invoice', after: Buffer.from(`1.1.${'a'.repeat(32)}.__id__`).toString('base64url') }],
  ])('refuses %j', async (query) => {
    const { status, body } = await world.raw(query as Record<string, string>);
    expect([status, body]).toMatchObject([400, { code: 'invalid-request' }]);
  });

  test('is not for visitors, and never stored', async () => {
    expect((await world.raw({ q: 'invoice' }, {})).status).toBe(401);
    expect((await world.raw({ q: 'invoice' })).headers.get('cache-control')).toBe('private, no-store');
  });

  test('never finds what belongs to another manager', async () => {
    const other = await Searching.open();
    expect(await other.find('invoice')).toEqual(NO_RESULTS);
    expect((await other.find('mina')).matching).toEqual([]);
    const { messages } = await world.find('invoice');
    // Not even with the place of another manager's message, or with a message that claims to be theirs.
    const [first] = messages;
    const after = Buffer.from(`253402300799.0.${mina}.${first?.messageId}`).toString('base64url');
    expect((await other.find('invoice', after)).messages).toEqual([]);
    const forged = await other.conversation('secret plans');
    const table = await other.cloud.tables();
    await table
      .message(other.managerId, forged, nanoid())
      .set({ ...fromVisitor('stolen invoice'), ...searchable(world.managerId, fromVisitor('stolen invoice')) });
    expect((await world.find('stolen')).messages).toEqual([]);
  });

  test('does not find a text that is no longer in a message, even by its old terms', async () => {
    const id = await world.conversation('the word zebra');
    const table = await world.cloud.tables();
    const messageId = await world.add(id, 'another zebra');
    expect((await world.find('zebra')).messages).toHaveLength(2);
    await table.message(world.managerId, id, messageId).update({ text: 'something else' });
    expect((await world.find('zebra')).messages).toHaveLength(1);
  });
});

describe('a deleted conversation', () => {
  test('is not found from its first commit on, though its messages are still being removed', async () => {
    const world = await Searching.open();
    const id = await world.conversation('a giraffe', { visitor: { name: 'Giraffe Lover', locale: 'en' } });
    await world.add(id, 'giraffes again', MANAGER);
    const before = await world.find('giraffe');
    expect([before.messages.length, before.matching]).toEqual([2, [id]]);
    const broken = breakAfter(await world.cloud.firestore(), 1);
    await eraseConversation(world.cloud, world.managerId, id).catch(() => undefined);
    broken.mend();
    expect((await (await world.cloud.tables()).messages(world.managerId, id).get()).size).toBeGreaterThan(0);
    expect(await world.find('giraffe')).toEqual(NO_RESULTS);
  });
});
