import { TEXT_MAX } from '@foyer/domain/limits';
import { searchable } from '@foyer/domain/message-terms';
import { newTextMessage } from '@foyer/domain/new-message';
import { MANAGER } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import { doc, getDoc, serverTimestamp, Timestamp } from 'firebase/firestore';
import type { Actor } from './actors.ts';
import { beforeEach, describe, expect, it } from './cases.ts';
import { emoji, messageHalf, type Reply, replyOf, sendReply, summaryHalf } from './reply-batch.ts';
import { as, erase, eraseEverything, expectAllowed, expectDenied, seed, server, twins } from './support.ts';
import * as world from './world.ts';

const ID = world.messageId('reply');
const OTHER = world.messageId('other');
const neighbour = paths.conversation(world.A, world.NEIGHBOUR);
const ofB = paths.conversation(world.B, world.CONVERSATION_OF_B);

const honest = replyOf(ID);
const terms = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);
const many = (make: (index: number) => string) =>
  Array.from({ length: TEXT_MAX }, (_, index) => make(index))
    .join('')
    .slice(0, TEXT_MAX);
const HARD_TEXTS = {
  words: many((index) => `w${index} `),
  chinese: many((index) => String.fromCodePoint(0x4e00 + index)),
  letters: 'a'.repeat(TEXT_MAX),
  thai: 'สวัสดีครับ '.repeat(300),
  families: '👨‍👩‍👧‍👦🇩🇪 '.repeat(200),
  signs: '«—» ?!',
};

const sendAs = (actor: Actor) => (reply: Reply) => sendReply(as(actor), reply);
const send = sendAs('manager A');

describe('a reply', () => {
  beforeEach(async () => {
    await eraseEverything();
    await Promise.all([world.conversationPath, neighbour, ofB].map((path) => seed(path, world.conversation())));
    await seed(world.messagePath(world.FIRST), world.message());
  });

  it('manager A replies, which stores the message and updates the summary', async () => {
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
      'without a sender': replyOf(ID, { message: { sender: null } }),
      'of a kind that only the server writes': replyOf(ID, { message: { kind: 'system' } }),
      'of an unknown kind': replyOf(ID, { message: { kind: 'poll' } }),
      'of a future version': replyOf(ID, { message: { version: 3 } }),
      'with an unknown field': replyOf(ID, { message: { html: '<b>' } }),
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
      'manager A writes a complete message',
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
    'manager A replies to a message',
    replyOf(ID, { message: { replyTo: world.FIRST } }),
    {
      'a shorter id': replyOf(ID, { message: { replyTo: world.FIRST.slice(1) } }),
      'a number': replyOf(ID, { message: { replyTo: 1 } }),
      null: replyOf(ID, { message: { replyTo: null } }),
    },
    send,
  );

  twins(
    'manager A stores 600 search terms with the message',
    replyOf(ID, { message: { managerId: world.A, terms: terms(600) } }),
    {
      'or 601': replyOf(ID, { message: { managerId: world.A, terms: terms(601) } }),
      'for manager B': replyOf(ID, { message: { managerId: world.B, terms: terms(600) } }),
      'for nobody': replyOf(ID, { message: { managerId: null, terms: terms(600) } }),
      'one with 31 letters': replyOf(ID, { message: { managerId: world.A, terms: ['x'.repeat(31)] } }),
      'one with a space': replyOf(ID, { message: { managerId: world.A, terms: ['good morning'] } }),
      'an empty one': replyOf(ID, { message: { managerId: world.A, terms: [''] } }),
      'one twice': replyOf(ID, { message: { managerId: world.A, terms: ['good', 'good'] } }),
      'a number': replyOf(ID, { message: { managerId: world.A, terms: ['good', 7] } }),
    },
    send,
  );

  for (const text of Object.values(HARD_TEXTS)) {
    it(`manager A stores the terms of “${text.slice(0, 12)}…”`, async () => {
      const { managerId, terms } = searchable(world.A, newTextMessage({ sender: MANAGER, text }, serverTimestamp()));
      await expectDenied(send(replyOf(ID, { message: { text, managerId: world.B, terms } })));
      await expectAllowed(send(replyOf(ID, { message: { text, managerId, terms } })));
    });
  }

  twins(
    'manager A uses an id of 21 symbols',
    replyOf('-_aZ09'.padEnd(21, 'x')),
    {
      'of 20': replyOf('x'.repeat(20)),
      'of 22': replyOf('x'.repeat(22)),
      'with a dot': replyOf('x'.repeat(20).concat('.')),
      'with a non-ASCII letter': replyOf('x'.repeat(20).concat('é')),
    },
    send,
  );

  // The order in which the rules check a batch is undefined, and the second half is not checked after a refusal: so each half is also
  // tested alone for an error that both detect.
  twins(
    'manager A sends both halves with the same time and id',
    honest,
    {
      'the message alone with an id of 20': { messages: [messageHalf('x'.repeat(20))], summaries: [] },
      'the summary alone with an id of 20': { messages: [], summaries: [summaryHalf('x'.repeat(20))] },
      "the summary alone with a time of the client's": { messages: [], summaries: [summaryHalf(ID, { at: Timestamp.now() })] },
    },
    send,
  );

  it('manager A cannot resend a message under its old id, but can under a new one', async () => {
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

  it('manager A cannot write a message that the summary mentioned before', async () => {
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

  it('manager A cannot reply in an erased conversation', async () => {
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
