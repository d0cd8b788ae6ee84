import { PREVIEW_MAX } from '@foyer/domain/limits';
import { deleteField, doc, getDoc, increment, serverTimestamp, Timestamp } from 'firebase/firestore';
import { beforeEach, describe, expect, it } from './cases.ts';
import { emoji, type Reply, replyOf, sendReply, summaryHalf } from './reply-batch.ts';
import { as, erase, eraseEverything, expectAllowed, expectDenied, seed, server, twins } from './support.ts';
import * as world from './world.ts';

const ID = world.messageId('reply');
const honest = replyOf(ID);
const send = (reply: Reply) => sendReply(as('manager A'), reply);

describe("a reply's summary", () => {
  beforeEach(async () => {
    await eraseEverything();
    await seed(world.conversationPath, world.conversation());
  });

  twins(
    'manager A updates the last message',
    honest,
    {
      "in the visitor's name": replyOf(ID, { last: { sender: 'visitor' } }),
      'with an unknown field': replyOf(ID, { last: { text: 'Good morning' } }),
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
    twins(
      'manager A writes a complete last message',
      honest,
      { [`without ${field}`]: replyOf(ID, { summary: { lastMessage: rest } }) },
      send,
    );
  }
  twins(
    'manager A writes the longest preview',
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
      'and archives it': replyOf(ID, { summary: { status: 'archived' } }),
      'and snoozes it': replyOf(ID, { summary: { status: 'snoozed', snoozedUntil: world.later() } }),
      'and leaves a wake time': replyOf(ID, { summary: { snoozedUntil: world.later() } }),
      "at a time of the client's": replyOf(ID, { summary: { updatedAt: Timestamp.now() } }),
      'and pins it': replyOf(ID, { summary: { pinned: true } }),
      'and blocks the visitor': replyOf(ID, { summary: { blockedAt: serverTimestamp() } }),
      'and labels it': replyOf(ID, { summary: { labels: ['label-1'] } }),
      'and renames the visitor': replyOf(ID, { summary: { 'visitor.name': 'Somebody' } }),
      'and raises the epoch': replyOf(ID, { summary: { epoch: increment(1) } }),
      'and slows the visitor down': replyOf(ID, { summary: { tat: Number.MAX_SAFE_INTEGER } }),
      'and slows the visitor down in making new codes': replyOf(ID, { summary: { codeTat: Number.MAX_SAFE_INTEGER } }),
      'and slows the visitor down for the day': replyOf(ID, { summary: { dayTat: Number.MAX_SAFE_INTEGER } }),
      'and says it began elsewhere': replyOf(ID, { summary: { section: 'Works' } }),
      'and says it began now': replyOf(ID, { summary: { createdAt: serverTimestamp() } }),
      'and adds a field': replyOf(ID, { summary: { archived: true } }),
    },
    send,
  );

  for (const tray of ['requests', 'spam'] as const) {
    describe(`of a conversation in the tray ${tray}`, () => {
      beforeEach(() => seed(world.conversationPath, world.conversation({ tray })));

      twins(
        'manager A moves it to the inbox',
        honest,
        {
          'with the tray as it was': replyOf(ID, { summary: { tray } }),
          'without the tray': untold('tray'),
          'by removing the tray': replyOf(ID, { summary: { tray: deleteField() } }),
          'with an unknown value': replyOf(ID, { summary: { tray: 'open' } }),
        },
        send,
      );
    });
  }

  twins(
    'manager A leaves it in the inbox',
    untold('tray'),
    {
      'among the requests': replyOf(ID, { summary: { tray: 'requests' } }),
      'in the spam': replyOf(ID, { summary: { tray: 'spam' } }),
      'without a tray': replyOf(ID, { summary: { tray: deleteField() } }),
      'with nothing for a tray': replyOf(ID, { summary: { tray: null } }),
    },
    send,
  );

  it('manager A replies to a request, which moves it to the inbox', async () => {
    await seed(world.conversationPath, world.conversation({ tray: 'requests' }));
    await expectAllowed(send(honest));
    expect((await getDoc(doc(server, world.conversationPath))).get('tray')).toBe('inbox');
  });

  twins(
    'manager A leaves unread messages unread',
    replyOf(ID, { summary: { unread: 2, isUnread: true } }),
    {
      'except one': replyOf(ID, { summary: { unread: 1, isUnread: true } }),
      'and one more': replyOf(ID, { summary: { unread: 3, isUnread: true } }),
      'but says that they are read': replyOf(ID, { summary: { unread: 2, isUnread: false } }),
    },
    send,
  );

  it('manager A must wake a snoozed conversation and reopen an archived one by replying', async () => {
    for (const stored of [
      world.conversation({ status: 'snoozed', snoozedUntil: world.later() }),
      world.conversation({ status: 'archived' }),
    ]) {
      await seed(world.conversationPath, stored);
      await erase(world.messagePath(ID));
      await expectDenied(send(untold('status', 'snoozedUntil')));
      await expectAllowed(send(honest));
    }
  });
});

/** A valid reply whose summary lacks these fields. */
function untold(...fields: string[]): Reply {
  const data = Object.entries(summaryHalf(ID).data).filter(([field]) => !fields.includes(field));
  return { ...honest, summaries: [{ path: world.conversationPath, data: Object.fromEntries(data) }] };
}
