import { Status, Tray } from '@foyer/domain/conversation';
import { KEPT_ID_MAX, LABELS_MAX, NAME_MAX } from '@foyer/domain/limits';
import { type DocumentData, deleteField, doc, serverTimestamp, Timestamp, updateDoc } from 'firebase/firestore';
import { beforeEach, describe, it } from './cases.ts';
import { as, expectAllowed, expectDenied, seed, twins } from './support.ts';
import { conversation, conversationPath, earlier, FIRST, later, messageId } from './world.ts';

const terms = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);
const send = (changes: DocumentData) => updateDoc(doc(as('manager A'), conversationPath), { updatedAt: serverTimestamp(), ...changes });
const ids = (count: number) => Array.from({ length: count }, (_, index) => `label-${index}`);

describe("a conversation's state", () => {
  beforeEach(() => seed(conversationPath, conversation({ unread: 2 })));

  describe('status and snooze', () => {
    describe('of a snoozed conversation', () => {
      beforeEach(() => seed(conversationPath, conversation({ status: 'snoozed', snoozedUntil: later() })));

      for (const status of Status.options.filter((option) => option !== 'snoozed')) {
        twins(
          `manager A sets the status to ${status}`,
          { status, snoozedUntil: null },
          {
            'with a wake time': { status, snoozedUntil: later() },
            'with its earlier wake time': { status },
            'with text for no time': { status, snoozedUntil: '' },
            'without the field for the time': { status, snoozedUntil: deleteField() },
          },
          send,
        );
      }
    });

    twins(
      'manager A snoozes until a future time',
      { status: 'snoozed', snoozedUntil: later() },
      {
        'without a time': { status: 'snoozed', snoozedUntil: null },
        'until now': { status: 'snoozed', snoozedUntil: serverTimestamp() },
        'until a past time': { status: 'snoozed', snoozedUntil: earlier() },
        'until a number': { status: 'snoozed', snoozedUntil: later().toMillis() },
        'while it stays open': { status: 'open', snoozedUntil: later() },
        'with only the time': { snoozedUntil: later() },
        'with only the status': { status: 'snoozed' },
        'with an unknown value': { status: 'asleep', snoozedUntil: later() },
      },
      send,
    );

    twins(
      'manager A archives',
      { status: 'archived' },
      {
        'with an unknown status': { status: 'blocked' },
        'under a number': { status: 2 },
        'by leaving it out': { status: deleteField() },
      },
      send,
    );

    it('manager A unarchives a conversation', async () => {
      await seed(conversationPath, conversation({ status: 'archived' }));
      await expectDenied(send({ status: 'opened' }));
      await expectAllowed(send({ status: 'open' }));
    });

    it('manager A can pin an expired snooze, but not set another past time', async () => {
      await seed(conversationPath, conversation({ status: 'snoozed', snoozedUntil: earlier() }));
      await expectDenied(send({ pinned: true, snoozedUntil: earlier(1000) }));
      await expectAllowed(send({ pinned: true }));
    });
  });

  describe('labels', () => {
    twins(
      'manager A sets twenty labels',
      { labels: ids(LABELS_MAX) },
      {
        'twenty-one': { labels: ids(LABELS_MAX + 1) },
        'one twice': { labels: ['label-1', 'label-1'] },
        'a number among them': { labels: ['label-1', 2] },
        'an empty one': { labels: ['label-1', ''] },
        'an empty one between': { labels: ['label-1', '', 'label-2'] },
        'only an empty one': { labels: [''] },
        'one with a comma': { labels: ['label-1,label-2'] },
        'one with a slash': { labels: ['label/1'] },
        'one with a line break': { labels: ['label-1\n'] },
        'a list in text': { labels: 'label-1' },
        'a map': { labels: { first: 'label-1' } },
        'nothing at all': { labels: null },
        'without the field': { labels: deleteField() },
      },
      send,
    );
    twins(
      'manager A sets a label with an id of 40',
      { labels: ['x'.repeat(KEPT_ID_MAX), 'y'.repeat(KEPT_ID_MAX)] },
      {
        'of 41': { labels: ['x'.repeat(KEPT_ID_MAX + 1), 'label-1'] },
        'of 41 in the second place': { labels: ['label-1', 'x'.repeat(KEPT_ID_MAX + 1)] },
      },
      send,
    );
    it('manager A sets one label', () => expectAllowed(send({ labels: ['label-1'] })));
    it('manager A sets labels with ids of one symbol', () => expectAllowed(send({ labels: ['x', 'y'] })));
    twins('manager A takes all labels off', { labels: [] }, { 'by an empty text': { labels: '' } }, send);
  });

  describe('pin and tray', () => {
    twins(
      'manager A pins',
      { pinned: true },
      { 'with text': { pinned: 'true' }, 'with a number': { pinned: 1 }, 'by leaving it out': { pinned: deleteField() } },
      send,
    );
    for (const tray of Tray.options) {
      twins(
        `manager A moves it to the tray ${tray}`,
        { tray },
        { 'an unknown value': { tray: 'archive' }, 'a list': { tray: [tray] }, 'without the field': { tray: deleteField() } },
        send,
      );
    }
  });

  twins(
    'manager A marks everything as read',
    { unread: 0, isUnread: false },
    {
      'one message only': { unread: 1, isUnread: false },
      'less than nothing': { unread: -1, isUnread: false },
      'more than there are': { unread: 3 },
      'with text': { unread: '0', isUnread: false },
      'by leaving it out': { unread: deleteField(), isUnread: false },
      'but says that it is unread': { unread: 0, isUnread: 'yes' },
      'by leaving out that it is': { unread: 0, isUnread: deleteField() },
      'only by saying so': { isUnread: false },
    },
    send,
  );

  describe('that was read', () => {
    beforeEach(() => seed(conversationPath, conversation({ unread: 0 })));
    twins(
      'manager A marks it as unread',
      { unread: 1, isUnread: true },
      {
        'with two messages': { unread: 2, isUnread: true },
        'with half a message': { unread: 0.5, isUnread: true },
        'without saying so': { unread: 1 },
        'only by saying so': { isUnread: true },
        'in text': { unread: 1, isUnread: 'true' },
      },
      send,
    );
  });

  it('manager A can mark it as unread even if the visitor has written since', async () => {
    await expectDenied(send({ unread: 1, isUnread: false }));
    await expectAllowed(send({ unread: 1, isUnread: true }));
  });

  twins(
    'manager A gives the visitor a name of 60',
    { alias: 'x'.repeat(NAME_MAX) },
    {
      'of 61': { alias: 'x'.repeat(NAME_MAX + 1) },
      'that is no text': { alias: ['Ines'] },
      'by leaving it out': { alias: deleteField() },
    },
    send,
  );
  twins(
    'manager A stores 60 search terms of their name for the visitor',
    { alias: 'Ines', aliasTerms: terms(60) },
    {
      'or 61': { alias: 'Ines', aliasTerms: terms(61) },
      'that are no list': { alias: 'Ines', aliasTerms: 'ines' },
      'and those of their own': { alias: 'Ines', terms: ['ines'] },
    },
    send,
  );
  twins('manager A removes their name for the visitor', { alias: '' }, { 'by nothing': { alias: null } }, send);

  for (const tray of ['requests', 'spam'] as const) {
    it(`manager A marks conversations in ${tray} as read`, async () => {
      await seed(conversationPath, conversation({ unread: 2, tray }));
      await expectDenied(send({ unread: 1, isUnread: false }));
      await expectAllowed(send({ unread: 0, isUnread: false }));
    });
  }

  twins(
    'manager A changes all their fields in one write',
    { status: 'archived', snoozedUntil: null, alias: 'Ines', labels: ids(2), pinned: true, tray: 'spam', blockedAt: serverTimestamp() },
    {
      "at a time of the client's": { pinned: true, updatedAt: Timestamp.now() },
      'at an earlier time': { pinned: true, updatedAt: earlier() },
      'at no time': { pinned: true, updatedAt: deleteField() },
      'and the name of the visitor': { pinned: true, 'visitor.name': 'Somebody' },
      'and the last message': { pinned: true, 'lastMessage.preview': 'Never said' },
      "and the last message's id": { pinned: true, 'lastMessage.id': messageId('never-sent') },
      'and the number of messages': { pinned: true, messageCount: 3 },
      'and the epoch': { pinned: true, epoch: 4 },
      'and the ended sessions': { pinned: true, endedSessions: [] },
      "and the rate limiter's state": { pinned: true, tat: 1 },
      "and the rate limiter's state of the day": { pinned: true, dayTat: 1 },
      "and the rate limiter's state of new codes": { pinned: true, codeTat: 1 },
      'and the section': { pinned: true, section: 'Works' },
      'and when it began': { pinned: true, createdAt: serverTimestamp() },
      'and an unknown field': { pinned: true, archived: true },
      'and the version': { pinned: true, version: 4 },
      'and a field taken away': { pinned: true, section: deleteField() },
    },
    send,
  );

  it('manager A can repeat stored values', async () => {
    await expectAllowed(send({ messageCount: 2, 'lastMessage.id': FIRST, unread: 2 }));
  });
});
