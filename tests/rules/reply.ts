import { PREVIEW_MAX, TEXT_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import { deleteField, doc, getDoc, increment, serverTimestamp, Timestamp } from 'firebase/firestore';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from './actors.ts';
import { messageHalf, type Reply, replyOf, sendReply, summaryHalf } from './reply-batch.ts';
import { as, erase, eraseEverything, expectAllowed, expectDenied, seed, server, twins } from './support.ts';
import * as world from './world.ts';

const ID = world.messageId('reply');
const OTHER = world.messageId('other');
const neighbour = paths.conversation(world.A, world.NEIGHBOUR);
const ofB = paths.conversation(world.B, world.CONVERSATION_OF_B);

const honest = replyOf(ID);
const sendAs = (actor: Actor) => (reply: Reply) => sendReply(as(actor), reply);
const send = sendAs('manager A');

/** Half of an emoji is one UTF-16 unit. */
const emoji = (units: number) => '🌿'.repeat(units / 2);

describe('a reply', () => {
  beforeEach(async () => {
    await eraseEverything();
    await Promise.all([world.conversationPath, neighbour, ofB].map((path) => seed(path, world.conversation())));
    await seed(world.messagePath(world.FIRST), world.message());
  });

  it('manager A replies: the message is stored and the summary tells of it', async () => {
    await expectAllowed(send(honest));
    const summary = await getDoc(doc(server, world.conversationPath));
    expect(summary.data()).toMatchObject({ messageCount: 3, unread: 0, lastMessage: { id: ID, sender: 'manager' } });
    expect((await getDoc(doc(server, world.messagePath(ID)))).data()).toMatchObject({ sender: 'manager', text: 'Good morning' });
  });

  twins(
    'manager A sends both halves',
    honest,
    {
      'the message alone': { ...honest, summaries: [] },
      'the summary alone': { ...honest, messages: [] },
      'under two ids': { messages: [messageHalf(OTHER)], summaries: [summaryHalf(ID)] },
      'with a second message': { ...honest, messages: [messageHalf(ID), messageHalf(OTHER)] },
      'with a second message before it': { ...honest, messages: [messageHalf(OTHER), messageHalf(ID)] },
      'with a second reply': { messages: [messageHalf(OTHER), messageHalf(ID)], summaries: [summaryHalf(OTHER), summaryHalf(ID)] },
      'with the message in a neighbouring conversation': { ...honest, messages: [messageHalf(ID, {}, neighbour)] },
      'with the summary of a neighbouring conversation': { ...honest, summaries: [summaryHalf(ID, {}, {}, neighbour)] },
      'with one to a visitor of manager B': {
        messages: [messageHalf(ID), messageHalf(ID, {}, ofB)],
        summaries: [summaryHalf(ID), summaryHalf(ID, {}, {}, ofB)],
      },
      'with the state of a conversation of manager B': {
        ...honest,
        summaries: [summaryHalf(ID), { path: ofB, data: { pinned: true, updatedAt: serverTimestamp() } }],
      },
      'with a message of the visitor changed': { ...honest, messages: [messageHalf(ID), messageHalf(world.FIRST)] },
    },
    send,
  );

  twins(
    'manager A writes the message',
    honest,
    {
      "in the visitor's name": replyOf(ID, { message: { sender: 'visitor' } }),
      'in no name': replyOf(ID, { message: { sender: null } }),
      'with a field that nobody knows': replyOf(ID, { message: { html: '<b>' } }),
      "at a time of the client's": replyOf(ID, { message: { createdAt: Timestamp.now() } }),
      'without text': replyOf(ID, { message: { text: '' } }),
      'with a number for text': replyOf(ID, { message: { text: 42 } }),
      'with a list for text': replyOf(ID, { message: { text: ['Good morning'] } }),
      'with nothing for text': replyOf(ID, { message: { text: null } }),
    },
    send,
  );

  for (const field of ['sender', 'text', 'createdAt']) {
    const { [field]: _, ...rest } = messageHalf(ID).data;
    twins(
      'manager A writes a whole message',
      honest,
      { [`without ${field}`]: { ...honest, messages: [{ path: world.messagePath(ID), data: rest }] } },
      send,
    );
  }

  twins(
    'manager A writes the longest text',
    replyOf(ID, { message: { text: 'x'.repeat(TEXT_MAX) } }),
    { 'one unit more': replyOf(ID, { message: { text: 'x'.repeat(TEXT_MAX + 1) } }) },
    send,
  );
  twins(
    'manager A writes 2,000 emoji of two units each',
    replyOf(ID, { message: { text: emoji(TEXT_MAX) } }),
    { 'one more': replyOf(ID, { message: { text: emoji(TEXT_MAX + 2) } }) },
    send,
  );
  twins('manager A writes one unit', replyOf(ID, { message: { text: 'x' } }), { none: replyOf(ID, { message: { text: '' } }) }, send);

  twins(
    'manager A answers a message',
    replyOf(ID, { message: { replyTo: world.FIRST } }),
    {
      'a shorter id': replyOf(ID, { message: { replyTo: world.FIRST.slice(1) } }),
      'a number': replyOf(ID, { message: { replyTo: 1 } }),
      'nothing, said aloud': replyOf(ID, { message: { replyTo: null } }),
    },
    send,
  );

  twins(
    'manager A gives an id of 21 symbols',
    replyOf('-_aZ09'.padEnd(21, 'x')),
    {
      'of 20': replyOf('x'.repeat(20)),
      'of 22': replyOf('x'.repeat(22)),
      'with a dot': replyOf('x'.repeat(20).concat('.')),
      'with a letter from elsewhere': replyOf('x'.repeat(20).concat('é')),
    },
    send,
  );

  // Which half of a batch is asked first is open, and the second is not asked after a refusal: a fault that both see is shown to each alone.
  twins(
    'manager A sends both halves of one time and id',
    honest,
    {
      'the message alone with an id of 20': { messages: [messageHalf('x'.repeat(20))], summaries: [] },
      'the summary alone with an id of 20': { messages: [], summaries: [summaryHalf('x'.repeat(20))] },
      "the summary alone with a time of the client's": { messages: [], summaries: [summaryHalf(ID, { at: Timestamp.now() })] },
    },
    send,
  );

  twins(
    'manager A tells the last message',
    honest,
    {
      "in the visitor's name": replyOf(ID, { last: { sender: 'visitor' } }),
      'with a field that nobody knows': replyOf(ID, { last: { text: 'Good morning' } }),
      'without an id': replyOf(ID, { last: { id: null } }),
      'with the path of something else for an id': replyOf(ID, { last: { id: `${ID}/reactions/one` } }),
      "at a time of the client's": replyOf(ID, { last: { at: Timestamp.now() } }),
      'without a preview': replyOf(ID, { last: { preview: '' } }),
      'with a list for a preview': replyOf(ID, { last: { preview: ['Good morning'] } }),
      'not at all': replyOf(ID, { summary: { lastMessage: deleteField() } }),
      'as text': replyOf(ID, { summary: { lastMessage: 'Good morning' } }),
    },
    send,
  );
  for (const field of ['id', 'sender', 'preview', 'at']) {
    const { [field]: _, ...rest } = summaryHalf(ID).data.lastMessage;
    twins('manager A tells a whole last message', honest, { [`without ${field}`]: replyOf(ID, { summary: { lastMessage: rest } }) }, send);
  }
  twins(
    'manager A gives the longest preview',
    replyOf(ID, { last: { preview: emoji(PREVIEW_MAX) } }),
    { 'one unit more': replyOf(ID, { last: { preview: `${emoji(PREVIEW_MAX)}x` } }) },
    send,
  );

  twins(
    'manager A counts the message',
    replyOf(ID, { summary: { messageCount: 3 } }),
    {
      'not at all': replyOf(ID, { summary: { messageCount: 2 } }),
      twice: replyOf(ID, { summary: { messageCount: increment(2) } }),
      down: replyOf(ID, { summary: { messageCount: 1 } }),
      'in text': replyOf(ID, { summary: { messageCount: '3' } }),
    },
    send,
  );

  twins(
    'manager A reopens the conversation',
    honest,
    {
      'and closes it': replyOf(ID, { summary: { status: 'closed' } }),
      'and snoozes it': replyOf(ID, { summary: { status: 'snoozed', snoozedUntil: world.later() } }),
      'and leaves a time to wake': replyOf(ID, { summary: { snoozedUntil: world.later() } }),
      "at a time of the client's": replyOf(ID, { summary: { updatedAt: Timestamp.now() } }),
      'and pins it': replyOf(ID, { summary: { pinned: true } }),
      'and moves it': replyOf(ID, { summary: { tray: 'requests' } }),
      'and labels it': replyOf(ID, { summary: { labels: ['label-1'] } }),
      'and renames the visitor': replyOf(ID, { summary: { 'visitor.name': 'Somebody' } }),
      'and raises the epoch': replyOf(ID, { summary: { epoch: increment(1) } }),
      'and slows the visitor down': replyOf(ID, { summary: { tat: Number.MAX_SAFE_INTEGER } }),
      'and says it began elsewhere': replyOf(ID, { summary: { section: 'Works' } }),
      'and says it began now': replyOf(ID, { summary: { createdAt: serverTimestamp() } }),
      'and adds a field': replyOf(ID, { summary: { archived: true } }),
    },
    send,
  );

  twins(
    'manager A leaves unread messages unread',
    replyOf(ID, { summary: { unread: 2 } }),
    { 'but for one': replyOf(ID, { summary: { unread: 1 } }), 'and one more': replyOf(ID, { summary: { unread: 3 } }) },
    send,
  );

  it('manager A wakes a snoozed conversation and reopens a closed one by replying, and not without', async () => {
    for (const stored of [
      world.conversation({ status: 'snoozed', snoozedUntil: world.later() }),
      world.conversation({ status: 'closed' }),
    ]) {
      await seed(world.conversationPath, stored);
      await erase(world.messagePath(ID));
      const { status, snoozedUntil, ...rest } = summaryHalf(ID).data;
      await expectDenied(send({ ...honest, summaries: [{ path: world.conversationPath, data: rest }] }));
      await expectAllowed(send(honest));
    }
  });

  it('manager A cannot send a message again under its old id, but may under a new one', async () => {
    await expectAllowed(send(honest));
    await expectDenied(send(honest));
    await expectAllowed(send(replyOf(OTHER)));
  });

  it('manager A cannot repeat an old message in the summary, with or without its text', async () => {
    await expectAllowed(send(honest));
    await expectDenied(send(replyOf(world.FIRST)));
    await expectDenied(send({ messages: [], summaries: [summaryHalf(world.FIRST)] }));
    await expectAllowed(send(replyOf(OTHER)));
  });

  it('manager A cannot write a message that the summary has told of before', async () => {
    await erase(world.messagePath(world.FIRST));
    await expectDenied(send({ messages: [messageHalf(world.FIRST)], summaries: [] }));
    await expectDenied(
      send({
        messages: [messageHalf(world.FIRST)],
        summaries: [{ path: world.conversationPath, data: { pinned: true, updatedAt: serverTimestamp() } }],
      }),
    );
    await expectAllowed(send(replyOf(world.FIRST)));
  });

  it('manager A cannot reply in a conversation that was erased', async () => {
    await erase(world.conversationPath);
    await expectDenied(send({ ...honest, summaries: [] }));
    await seed(world.conversationPath, world.conversation());
    await expectAllowed(send(honest));
  });

  for (const actor of ['manager B', 'the visitor', "the visitor with a manager's role", "a stranger with a manager's role"] as const) {
    it(`${actor} cannot send the reply that manager A can`, async () => {
      await expectDenied(sendAs(actor)(honest));
      await expectAllowed(send(honest));
    });
  }
});
