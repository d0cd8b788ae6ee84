import { paths } from '@foyer/domain/paths';
import { type Settings, type SettingsDocument, settingsOf } from '@foyer/domain/settings';
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { doc, serverTimestamp, setDoc, type Timestamp } from 'firebase/firestore';
import { relistening } from '../../lib/relistening.ts';
import type { Store } from '../firebase/store.ts';

export interface OpenSettings {
  /** The defaults until the stored ones are loaded. */
  settings: ReadonlySignal<Settings>;
  /** Whether these are the stored settings, from this browser's copy or the server. */
  areLoaded: ReadonlySignal<boolean>;
  /** The same, but `null` until the server has answered: this browser's copy may be older than a choice on another device. */
  certain: ReadonlySignal<Settings | null>;
  /** Stores changed fields. Applies immediately; offline, the write waits. Rejects with `FirestoreError` if the rules refuse it. */
  change(changed: Partial<Settings>): Promise<void>;
  close(): void;
}

/** Follows the manager's settings on all their devices. */
export function openSettings({ db, managerId }: Store): OpenSettings {
  const settings = signal(settingsOf(null));
  const areLoaded = signal(false);
  const certain = signal<Settings | null>(null);
  let stored = settings.value;
  /** Changed fields that the stored settings, as this browser last heard of them, do not have yet. */
  let pending: Partial<Settings> = {};
  const path = paths.settings(managerId);
  const close = relistening.document<SettingsDocument<Timestamp>>(db, path, {
    next(document, isFromServer) {
      const { updatedAt: _, ...chosen } = document ?? {};
      stored = settingsOf(chosen);
      pending = changesTo(stored, pending);
      batch(() => {
        show();
        // Offline, a browser without a copy doesn't know whether there are any.
        if (document || isFromServer) areLoaded.value = true;
        if (isFromServer) certain.value = settings.value;
      });
    },
    failed({ code }) {
      // Without the settings the dashboard works with the defaults. Rules of an older version know no settings, so none were chosen.
      if (code === 'permission-denied') certain.value ??= settings.value;
    },
  });
  function show(): void {
    settings.value = { ...stored, ...pending };
    if (certain.value) certain.value = settings.value;
  }

  return {
    settings,
    areLoaded,
    certain,
    close,
    async change(changed) {
      // Firestore's own copy follows a moment later, and the next change must build on this one.
      pending = { ...pending, ...changed };
      show();
      try {
        await setDoc(doc(db, path), { ...changed, updatedAt: serverTimestamp() }, { merge: true });
      } catch (refusal) {
        pending = withoutChanges(pending, changed);
        show();
        throw refusal;
      }
    },
  };
}

const entries = (changes: Partial<Settings>) => Object.entries(changes) as [keyof Settings, unknown][];

/** The fields of `changes` in which `settings` differ. */
function changesTo(settings: Settings, changes: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(entries(changes).filter(([field, value]) => JSON.stringify(settings[field]) !== JSON.stringify(value)));
}

/** `pending` without the fields that still have the values of `changed`. */
function withoutChanges(pending: Partial<Settings>, changed: Partial<Settings>): Partial<Settings> {
  return Object.fromEntries(entries(pending).filter(([field, value]) => changed[field] !== value));
}
