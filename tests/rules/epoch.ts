import { MESSAGES_PAGE } from '@foyer/domain/limits';
import { MANAGER, VISITOR } from '@foyer/domain/participant';
import { paths } from '@foyer/domain/paths';
import {
  collection,
  doc,
  getDocFromServer,
  getDocsFromServer,
  increment,
  limit,
  onSnapshot,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  writeBatch,
} from 'firebase/firestore';
import { vi } from 'vitest';
import { afterEach, beforeEach, describe, expect, it } from './cases.ts';
import { as, erase, eraseEverything, expectAllowed, expectDenied, seed, server } from './support.ts';
import { A, CONVERSATION, conversation, conversationPath, earlier, FIRST, message, messageId, messagePath, SESSION } from './world.ts';

const SECOND = messageId('second');
const THIRD = messageId('third');
const WAIT = { timeout: 60_000 };

const visitor = () => as('the visitor');
const raiseEpoch = () => updateDoc(doc(server, conversationPath), { epoch: increment(1) });
const changeAnythingElse = () => updateDoc(doc(server, conversationPath), { tat: increment(1) });
const managersMarks = paths.presence(A, CONVERSATION, MANAGER);
const ownPresence = paths.presence(A, CONVERSATION, VISITOR);
const page = () => query(collection(visitor(), paths.messages(A, CONVERSATION)), limit(MESSAGES_PAGE));

describe('the epoch', () => {
  beforeEach(async () => {
    await eraseEverything();
    await seed(conversationPath, conversation());
    await seed(messagePath(FIRST), message());
    await seed(managersMarks, { seenAt: serverTimestamp() });
  });

  // A listener that the rules should have ended must not continue into the next case.
  let unsubscribe = () => {};
  afterEach(() => unsubscribe());

  const acts: Record<string, () => Promise<unknown>> = {
    'read a message': () => getDocFromServer(doc(visitor(), messagePath(FIRST))),
    'list messages': () => getDocsFromServer(page()),
    "read the manager's presence here": () => getDocFromServer(doc(visitor(), managersMarks)),
    'read their own presence': () => getDocFromServer(doc(visitor(), ownPresence)),
    "see the manager's presence": () => getDocFromServer(doc(visitor(), paths.managerPresence(A))),
    'come for the first time': async () => {
      await erase(ownPresence);
      return setDoc(doc(visitor(), ownPresence), { seenAt: serverTimestamp() });
    },
    'come again': async () => {
      await seed(ownPresence, { seenAt: earlier() });
      return setDoc(doc(visitor(), ownPresence), { seenAt: serverTimestamp() });
    },
  };

  for (const [act, attempt] of Object.entries(acts)) {
    it(`the visitor can ${act} until their session is ended`, async () => {
      await expectAllowed(attempt());
      await seed(conversationPath, conversation({ endedSessions: [SESSION] }));
      await expectDenied(attempt());
    });

    it(`the visitor can ${act} in a conversation from before sessions could end`, async () => {
      const { endedSessions: _, ...before } = conversation();
      await seed(conversationPath, before);
      await expectAllowed(attempt());
    });

    it(`the visitor can ${act} until the epoch is raised`, async () => {
      await changeAnythingElse();
      await expectAllowed(attempt());
      await seed(conversationPath, conversation());
      await raiseEpoch();
      await expectDenied(attempt());
    });

    it(`the visitor cannot ${act} once the conversation is gone`, async () => {
      await eraseEverything();
      await expectDenied(attempt());
    });
  }

  const presenceActs = ['come for the first time', 'come again', "see the manager's presence"] as const;
  for (const act of presenceActs) {
    it(`a blocked visitor cannot ${act}`, async () => {
      await seed(conversationPath, conversation({ blockedAt: earlier() }));
      await expectDenied(acts[act]?.() ?? Promise.resolve());
      await seed(conversationPath, conversation());
      await expectAllowed(acts[act]?.() ?? Promise.reject());
    });
  }

  it('a blocked visitor can still read', async () => {
    await seed(conversationPath, conversation({ blockedAt: earlier() }));
    await expectAllowed(getDocsFromServer(page()));
    await expectAllowed(getDocFromServer(doc(visitor(), managersMarks)));
  });

  it('a session of the new epoch begins when the old ones end', async () => {
    const renewed = () => getDocFromServer(doc(as('the visitor with a future epoch'), managersMarks));
    await expectDenied(renewed());
    await raiseEpoch();
    await expectAllowed(renewed());
  });

  it("the visitor's live presence of the manager ends in the commit that raises the epoch", async () => {
    const seen = vi.fn();
    const ended = vi.fn();
    unsubscribe = onSnapshot(
      doc(visitor(), managersMarks),
      (snapshot) => seen(Object.keys(snapshot.data() ?? {}).sort()),
      (error) => ended(error.code),
    );
    await vi.waitFor(() => expect(seen).toHaveBeenLastCalledWith(['seenAt']), WAIT);
    await updateDoc(doc(server, managersMarks), { isBlocked: false });
    await vi.waitFor(() => expect(seen).toHaveBeenLastCalledWith(['isBlocked', 'seenAt']), WAIT);
    expect(ended).not.toHaveBeenCalled();

    const batch = writeBatch(server);
    batch.update(doc(server, conversationPath), { epoch: increment(1) });
    batch.set(doc(server, managersMarks), { sessionsEndedAt: serverTimestamp() }, { merge: true });
    await batch.commit();
    await vi.waitFor(() => expect(ended).toHaveBeenCalledWith('permission-denied'), WAIT);
    expect(seen).not.toHaveBeenCalledWith(expect.arrayContaining(['sessionsEndedAt']));
  });

  it("the visitor's live messages end when the epoch is raised, before the next message", async () => {
    const seen = vi.fn();
    const ended = vi.fn();
    unsubscribe = onSnapshot(
      page(),
      (snapshot) => seen(snapshot.docs.map(({ id }) => id)),
      (error) => ended(error.code),
    );
    await vi.waitFor(() => expect(seen).toHaveBeenLastCalledWith([FIRST]), WAIT);
    await changeAnythingElse();
    await seed(messagePath(SECOND), message());
    await vi.waitFor(() => expect(seen).toHaveBeenLastCalledWith([FIRST, SECOND]), WAIT);
    expect(ended).not.toHaveBeenCalled();

    await raiseEpoch();
    await seed(messagePath(THIRD), message());
    await vi.waitFor(() => expect(ended).toHaveBeenCalledWith('permission-denied'), WAIT);
    expect(seen).not.toHaveBeenCalledWith(expect.arrayContaining([THIRD]));
  });
});
