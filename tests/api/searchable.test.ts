import { nameTermsOf } from '@foyer/domain/message-terms';
import { changeVisitorEndpoint } from '@foyer/domain/visitor';
import { createApp } from '@foyer/functions/app';
import { claimPage } from '@foyer/functions/managers/claim-page';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Account, signInAgain, someAccount } from '../support/account.ts';
import { Searching } from '../support/searching.ts';
import { newCode, Visitor } from '../support/visitor.ts';

describe('what a visitor writes', () => {
  let world: Searching;
  let visitor: Visitor;
  let id: string;
  const slug = `search-${process.pid}`;
  const first = { code: newCode(), text: 'Do you photograph hedgehogs?', name: 'Mina Okafor' };

  beforeAll(async () => {
    const signedUp: Account = await someAccount();
    const cloud = new Searching(signedUp).cloud;
    await claimPage(cloud, signedUp.uid, { slug, name: 'Ada Moreau' });
    world = new Searching(await signInAgain(signedUp));
    visitor = new Visitor(createApp(world.cloud).request);
    id = (await visitor.start(slug, first)).body.conversation.id;
  });

  test('is found from the first message on, and by their name', async () => {
    expect((await world.find('hedgehog')).messages).toMatchObject([{ conversationId: id, sender: 'visitor' }]);
    expect((await world.find('from:okafor')).matching).toEqual([id]);
  });

  test('costs the two writes of a message, and no read', async () => {
    world.cloud.operations.reset();
    expect((await visitor.send(id, 'And squirrels?')).status).toBe(200);
    expect(world.cloud.operations).toMatchObject({ reads: 0, writes: 2 });
    expect((await world.find('squirrels')).messages).toHaveLength(1);
  });

  test('does not come back to them with search terms', async () => {
    const { body } = await visitor.open(slug);
    expect(JSON.stringify(body)).not.toContain('terms');
    const copy = await visitor.ask(`/api/conversations/${id}/export`, {});
    expect(copy.text).not.toContain('terms');
  });

  test('is found by a changed name at once, and no longer by the earlier one', async () => {
    world.cloud.operations.reset();
    const changed = await visitor.call(changeVisitorEndpoint, { params: { conversationId: id }, body: { name: 'Nnedi' } });
    expect(changed.status).toBe(200);
    expect(world.cloud.operations).toMatchObject({ reads: 0, writes: 1 });
    expect((await world.find('nnedi')).matching).toEqual([id]);
    expect((await world.find('okafor')).matching).toEqual([]);
    const stored = (await (await world.cloud.tables()).conversation(world.managerId, id).get()).data();
    expect(stored?.terms).toEqual(nameTermsOf('Nnedi', null));
  });

  test('is gone from search as soon as they delete it', async () => {
    expect((await visitor.delete(id)).status).toBe(204);
    for (const q of ['hedgehog', 'squirrels', 'nnedi']) expect(await world.find(q)).toMatchObject({ messages: [], matching: [] });
  });
});
