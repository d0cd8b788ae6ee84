import { TEXT_MAX } from '@foyer/domain/limits';
import { paths } from '@foyer/domain/paths';
import type { ReplyDraftDocument } from '@foyer/domain/reply-draft';
import { normaliseText, textFault } from '@foyer/domain/text';
import { effect } from '@preact/signals';
import { deleteDoc, doc, serverTimestamp, setDoc, type Timestamp } from 'firebase/firestore';
import { keepTexts } from '../../conversation/kept-texts.ts';
import { readDocument } from '../../lib/live-query.ts';
import type { Store } from '../firebase/store.ts';
import { draftsKept } from '../messages/drafts.ts';
import { type Drafts, isSame, NO_DRAFTS } from './compare-drafts.ts';
import { syncDrafts } from './draft-sync.ts';
import { draftsHere, offered, putDrafts, takenFrom } from './drafts-here.ts';
import { followNotes } from './follow-notes.ts';
import { noting } from './noting.ts';

const texts = keepTexts(() => sessionStorage);

/** Opens what belongs to a conversation besides its messages: notes, and drafts of other devices. Returns the function that closes it. */
export function openConversation(store: Store, conversationId: string): () => void {
  const stopNotes = followNotes(store, conversationId);
  const stopDrafts = followDrafts(store, conversationId);
  return () => {
    stopNotes();
    stopDrafts();
    noting.value = null;
  };
}

function followDrafts({ db, managerId }: Store, conversationId: string): () => void {
  const place = paths.replyDraft(managerId, conversationId);
  const knownKey = `foyer:stored-draft:${conversationId}`;
  const known = {
    read: (): Drafts => ({ ...NO_DRAFTS, ...(JSON.parse(texts.read(knownKey) ?? '{}') as Partial<Drafts>) }),
    write: (drafts: Drafts) => texts.write(knownKey, drafts.reply || drafts.note ? JSON.stringify(drafts) : null),
  };
  const sync = syncDrafts({
    here: () => storable(draftsHere(conversationId)),
    known,
    async load() {
      const { reply = '', note = '' } = (await readDocument<ReplyDraftDocument<Timestamp>>(db, place)) ?? {};
      return { reply, note };
    },
    store({ reply, note }) {
      const isEmpty = reply === '' && note === '';
      const written = isEmpty
        ? deleteDoc(doc(db, place))
        : setDoc(doc(db, place), { ...(reply && { reply }), ...(note && { note }), updatedAt: serverTimestamp() });
      // It is in this browser in any case.
      written.catch(() => {});
    },
    take(stored) {
      putDrafts(conversationId, stored);
      takenFrom.value = conversationId;
    },
    offer(stored) {
      offered.value = { conversationId, stored, settle: () => sync.overwrite() };
    },
    isOnline: () => navigator.onLine,
  });
  const stopHearing = effect(() => {
    draftsKept.value;
    if (takenFrom.peek() !== null && !isSame(draftsHere(conversationId), known.read())) takenFrom.value = null;
    sync.changed();
  });
  const leave = () => document.visibilityState === 'hidden' && sync.flush();
  document.addEventListener('visibilitychange', leave);
  return () => {
    document.removeEventListener('visibilitychange', leave);
    stopHearing();
    sync.close();
    offered.value = null;
    takenFrom.value = null;
  };
}

/** As the rules accept it. A text that can't be stored, such as one that is too long, stays in this browser. */
function storable({ reply, note }: Drafts): Drafts {
  const kept = (typed: string) => {
    const text = normaliseText(typed);
    return textFault(text, TEXT_MAX) === null ? text : '';
  };
  return { reply: kept(reply), note: kept(note) };
}
