import { SEEN_MS } from '@foyer/domain/limits';
import type { ManagerPresenceDocument } from '@foyer/domain/manager-presence';
import { paths } from '@foyer/domain/paths';
import type { Settings } from '@foyer/domain/settings';
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { deleteField, doc, serverTimestamp, setDoc, Timestamp } from 'firebase/firestore';
import { after } from '../../lib/after.ts';
import { relistening } from '../../lib/relistening.ts';
import type { Store } from '../firebase/store.ts';
import { followActivity } from './activity.ts';
import { createFrontMarker } from './front.ts';
import { createPresenceKeeper, type PresenceChange, type Status } from './keep-presence.ts';
import { followLeader } from './leader.ts';

export interface OpenPresence {
  /** The stored status, also if it has ended; `null` if there is none. */
  status: ReadonlySignal<Status | null>;
  /** Whether visitors see the manager as online, because of this or another device. */
  isSeen: ReadonlySignal<boolean>;
  /** Rejects with `FirestoreError` if it is refused. */
  setStatus(status: Status | null): Promise<void>;
  /** Signs out: says that nobody is here, if there is a connection. */
  close(): Promise<void>;
}

/** Signing out waits no longer for it than this. */
const LEAVING_MS = 1500;

/** Tells visitors how the manager is there, and the server that a dashboard is in front of them. `settings` is `null` until they are known. */
export function openPresence({ db, managerId }: Store, settings: ReadonlySignal<Settings | null>): OpenPresence {
  const status = signal<Status | null>(null);
  const isSeen = signal(false);
  const { leads, stop: stopLeading } = followLeader(`foyer:presence:${managerId}`);
  const isOnline = () => navigator.onLine;
  const keeper = createPresenceKeeper({
    isOnline,
    write: (change) => setDoc(doc(db, paths.managerPresence(managerId)), fieldsOf(change), { merge: true }),
  });
  const front = createFrontMarker({
    isInFront: () => leads.peek() && document.visibilityState === 'visible' && isOnline(),
    write: () => setDoc(doc(db, paths.devices(managerId)), { frontAt: serverTimestamp() }, { merge: true }),
    storage: () => localStorage,
  });
  const { isActive, stop: stopActivity } = followActivity(front.used);

  let unseen: ReturnType<typeof setTimeout> | undefined;
  let seenAt: number | null | undefined;
  const stopHearing = relistening.document<ManagerPresenceDocument<Timestamp>>(db, paths.managerPresence(managerId), {
    next(stored, isFromServer) {
      if (!isFromServer) return;
      status.value = stored?.status ? { text: stored.status, until: stored.statusUntil?.toMillis() ?? null } : null;
      const next = stored?.seenAt?.toMillis() ?? null;
      if (next !== seenAt) {
        isSeen.value = next !== null && (seenAt !== undefined || Date.now() - next < SEEN_MS);
        clearTimeout(unseen);
        unseen = setTimeout(() => {
          isSeen.value = false;
        }, SEEN_MS);
      }
      seenAt = next;
      keeper.heard({ seenAt: next, state: stored?.state ?? null });
    },
    // Visitors see nobody then; conversations work.
    failed() {},
  });

  const stopWanting = effect(() => {
    const chosen = settings.value;
    keeper.want(chosen && leads.value ? { availability: chosen.availability, isActive: isActive.value } : null);
    if (leads.value) front.used();
  });
  window.addEventListener('online', keeper.wake);

  return {
    status,
    isSeen,
    setStatus: keeper.setStatus,
    async close() {
      window.removeEventListener('online', keeper.wake);
      for (const stop of [stopWanting, stopActivity, stopHearing, stopLeading, front.stop, keeper.stop]) stop();
      clearTimeout(unseen);
      await Promise.race([keeper.leave().catch(() => {}), after(LEAVING_MS)]);
    },
  };
}

function fieldsOf({ isSeen, state, status }: PresenceChange) {
  return {
    ...(isSeen !== undefined && { seenAt: isSeen ? serverTimestamp() : deleteField() }),
    ...(state !== undefined && { state: state ?? deleteField() }),
    ...(status !== undefined && {
      status: status?.text ?? deleteField(),
      statusUntil: status && status.until !== null ? Timestamp.fromMillis(status.until) : deleteField(),
    }),
    updatedAt: serverTimestamp(),
  };
}
