import { INBOX_PAGE, LIST_MAX, MESSAGES_PAGE } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import {
  collection,
  collectionGroup,
  doc,
  documentId,
  getCountFromServer,
  getDocFromServer,
  getDocsFromServer,
  limit,
  orderBy,
  query,
  where,
} from 'firebase/firestore';
import type { Actor } from './actors.ts';
import { beforeAll, describe, it } from './cases.ts';
import { as, expectAllowed, expectDenied, seed } from './support.ts';
import { A, CONVERSATION, conversation, conversationPath, FIRST, message, messagePath } from './world.ts';

describe('a list', () => {
  beforeAll(async () => {
    await seed(conversationPath, conversation());
    await seed(messagePath(FIRST), message());
  });

  it('manager A gets a page of the inbox, but not all of it', async () => {
    const inbox = query(
      collection(as('manager A'), paths.conversations(A)),
      where('tray', '==', 'inbox'),
      where('status', '==', 'open'),
      orderBy('lastMessage.at', 'desc'),
    );
    await expectDenied(getDocsFromServer(inbox));
    await expectAllowed(getDocsFromServer(query(inbox, limit(INBOX_PAGE))));
  });

  it('manager A counts a page of a label, but not all of it', async () => {
    const labelled = query(
      collection(as('manager A'), paths.conversations(A)),
      where('tray', '==', 'inbox'),
      where('labels', 'array-contains', 'a1'),
      orderBy('lastMessage.at', 'desc'),
    );
    await expectDenied(getCountFromServer(query(labelled, limit(LIST_MAX + 1))));
    await expectAllowed(getCountFromServer(query(labelled, limit(LIST_MAX))));
  });

  it('manager A gets their own document, but cannot list it', async () => {
    const managers = collection(as('manager A'), paths.managers());
    await expectDenied(getDocsFromServer(query(managers, where(documentId(), '==', A), limit(1))));
    await expectAllowed(getDocFromServer(doc(as('manager A'), paths.manager(A))));
  });

  for (const path of [paths.draft(A), paths.settings(A), paths.devices(A), paths.replyDraft(A, CONVERSATION)]) {
    it(`manager A gets ${path}, but cannot list it, not even by its id`, async () => {
      const draft = doc(as('manager A'), path);
      await expectDenied(getDocsFromServer(query(draft.parent, where(documentId(), '==', draft.id), limit(1))));
      await expectAllowed(getDocFromServer(draft));
    });
  }

  for (const actor of ['manager A', 'the visitor'] satisfies Actor[]) {
    const messages = () => query(collection(as(actor), paths.messages(A, CONVERSATION)), orderBy('createdAt', 'desc'));

    it(`${actor} gets a page of messages, but not all of them`, async () => {
      await expectDenied(getDocsFromServer(messages()));
      await expectAllowed(getDocsFromServer(query(messages(), limit(MESSAGES_PAGE))));
    });

    it(`${actor} counts a page of messages, but not all of them`, async () => {
      await expectDenied(getCountFromServer(messages()));
      await expectAllowed(getCountFromServer(query(messages(), limit(LIST_MAX))));
    });

    it(`${actor} gets someone's presence, but cannot list it, not even by its id`, async () => {
      for (const path of [
        paths.managerPresence(A),
        paths.presence(A, CONVERSATION, 'visitor'),
        paths.presence(A, CONVERSATION, 'manager'),
      ]) {
        const presence = doc(as(actor), path);
        await expectDenied(getDocsFromServer(query(presence.parent, limit(1))));
        await expectDenied(getDocsFromServer(query(presence.parent, where(documentId(), '==', presence.id), limit(1))));
        await expectAllowed(getDocFromServer(presence));
      }
    });

    for (const group of ['conversations', 'messages', 'notes', 'scheduled', 'presence', 'labels']) {
      it(`${actor} cannot search ${group} across conversations and managers`, () =>
        expectDenied(getDocsFromServer(query(collectionGroup(as(actor), group), limit(1)))));
    }
  }
});
