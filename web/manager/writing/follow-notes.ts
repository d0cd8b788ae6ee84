import { LIST_MAX } from '@foyer/domain/limits';
import type { NoteDocument } from '@foyer/domain/note';
import { paths } from '@foyer/domain/paths';
import { signal } from '@preact/signals';
import { collection, deleteDoc, doc, serverTimestamp, setDoc, Timestamp, updateDoc } from 'firebase/firestore';
import { unlessStored } from '../../conversation/send-over-firestore.ts';
import { queryOf } from '../../lib/list-query.ts';
import { relistening } from '../../lib/relistening.ts';
import { freeSlot } from '../canned-replies/follow-replies.ts';
import type { Store } from '../firebase/store.ts';

export interface Note {
  id: string;
  text: string;
  /** In ms since 1970. */
  createdAtMs: number;
  /** Not yet stored on the server. */
  isPending: boolean;
}

/** The notes of the open conversation, oldest first. The newest 50: one listener with one page. */
export const notes = signal<readonly Note[]>([]);

const TIME = 'createdAt';

/** Follows a conversation's notes. Returns the function that stops it. */
export function followNotes({ db, managerId }: Store, conversationId: string): () => void {
  const newest = queryOf(db, { path: paths.notes(managerId, conversationId), newestBy: TIME, limit: LIST_MAX });
  const stop = relistening.query<NoteDocument<Timestamp>>(newest, TIME, {
    next(found) {
      notes.value = found
        .map(({ id, data, isPending }) => ({ id, text: data.text, createdAtMs: data.createdAt.toMillis(), isPending }))
        .reverse();
    },
    // The messages show the failure.
    failed() {},
  });
  return () => {
    stop();
    notes.value = [];
  };
}

/** A slot may be taken by a note that isn't among the loaded ones; the rules refuse to replace it. */
const TRIES = 4;

/** Stores a new note. `text` must be normalised and valid. Offline, it waits. Throws `FirestoreError` if it is refused. */
export async function addNote(store: Store, conversationId: string, text: string): Promise<void> {
  const tried: string[] = [];
  for (;;) {
    const slot = freeSlot([...notes.peek().map(({ id }) => id), ...tried]);
    tried.push(slot);
    try {
      const note = noteAt(store, conversationId, slot);
      await unlessStored(setDoc(note, { text, createdAt: serverTimestamp() }), note, text);
      return;
    } catch (cause) {
      if (tried.length === TRIES) throw cause;
    }
  }
}

export async function changeNote(store: Store, conversationId: string, id: string, text: string): Promise<void> {
  await updateDoc(noteAt(store, conversationId, id), { text });
}

export async function removeNote(store: Store, conversationId: string, id: string): Promise<void> {
  await deleteDoc(noteAt(store, conversationId, id));
}

/** Stores a deleted note again, with its time. */
export async function restoreNote(store: Store, conversationId: string, { id, text, createdAtMs }: Note): Promise<void> {
  await setDoc(noteAt(store, conversationId, id), { text, createdAt: Timestamp.fromMillis(createdAtMs) });
}

function noteAt({ db, managerId }: Store, conversationId: string, id: string) {
  return doc(collection(db, paths.notes(managerId, conversationId)), id);
}
