import type { Label } from '@foyer/domain/label';
import { paths } from '@foyer/domain/paths';
import { doc, serverTimestamp, setDoc } from 'firebase/firestore';
import { after } from '../../lib/after.ts';
import type { KnownLabel, KnownLabels } from '../conversations/known-labels.ts';
import { words } from '../filing-words.ts';
import type { Store } from '../firebase/store.ts';
import { say, sayRefused } from '../notice/notice.ts';
import { freeLabelId } from './label-names.ts';

/** Offline, a write waits, but the label is there. */
const PATIENCE_MS = 2000;
/** How often an id may turn out to be one of a deleted label. */
const ATTEMPTS = 5;

const at = ({ db, managerId }: Store, id: string) => doc(db, paths.label(managerId, id));

/** Creates a label and returns its id; `null` if the rules refuse it. */
export async function createLabel(store: Store, label: Label, known: KnownLabels): Promise<string | null> {
  const taken = new Set(known.keys());
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const id = freeLabelId(taken);
    const isRefused = setDoc(at(store, id), label).then(
      () => false,
      () => true,
    );
    if (!(await Promise.race([isRefused, after(PATIENCE_MS).then(() => false)]))) return id;
    taken.add(id);
  }
  sayRefused();
  return null;
}

export function changeLabel(store: Store, id: string, label: Label): void {
  setDoc(at(store, id), label).catch(sayRefused);
}

/** Deletes a label, and offers to undo that. Its id stays in use, so that no other label gets it and appears on its conversations. */
export function deleteLabel(store: Store, { id, name, color }: KnownLabel): void {
  setDoc(at(store, id), { deletedAt: serverTimestamp() }).catch(sayRefused);
  say(words.labelDeleted({ label: name }), () => changeLabel(store, id, { name, color }));
}
