import type { changeProfileEndpoint, DraftDocument, discardDraftEndpoint, saveDraftEndpoint } from '@foyer/domain/edit-profile';
import type { ManagerDocument } from '@foyer/domain/manager';
import { paths } from '@foyer/domain/paths';
import { migrateDraft, migrateProfile } from '@foyer/domain/profile-versions';
import { isPublished } from '@foyer/domain/published';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Timestamp } from 'firebase/firestore';
import { call } from '../../lib/api.ts';
import { relistening } from '../../lib/relistening.ts';
import type { Proof } from '../auth/proof.ts';
import type { Store } from '../firebase/store.ts';
import { createEditor, type Editor } from './core/editor.ts';
import { rescueIn } from './core/rescue.ts';
import type { EditorApi, Stored } from './core/stored.ts';
import type { KnownFacts } from './preview/page-view.tsx';

export type Opening = { phase: 'opening' | 'failed' } | { phase: 'open'; editor: Editor; slug: string; facts: KnownFacts };

/** How long to wait for the server's data. The local copy may be older than what another device wrote. */
const PATIENCE_MS = 4000;

/** Opens the manager's page for editing, and listens for changes by other windows. */
export function openEditor({ db, managerId }: Store, proof: Proof): { opening: ReadonlySignal<Opening>; close(): void } {
  const opening = signal<Opening>({ phase: 'opening' });
  let manager: ManagerDocument<Timestamp> | undefined;
  let draft: Stored['draft'] | undefined;
  const isFresh = { manager: false, draft: false };
  let isPatient = true;

  const look = () => {
    if (!manager || !draft) return;
    const page = { profile: migrateProfile(manager.profile), revision: manager.revision ?? 0, isPublished: isPublished(manager) };
    const stored: Stored = { page, draft };
    const current = opening.peek();
    if (current.phase === 'open') current.editor.hear(stored);
    else if ((isFresh.manager && isFresh.draft) || !isPatient) {
      opening.value = {
        phase: 'open',
        editor: createEditor(apiOf(proof), stored, rescueIn(sessionStorage, managerId)),
        slug: manager.slug,
        facts: factsOf(manager),
      };
    }
  };
  const failed = () => {
    if (opening.peek().phase !== 'open') opening.value = { phase: 'failed' };
  };
  const timer = setTimeout(() => {
    isPatient = false;
    look();
  }, PATIENCE_MS);

  const stops = [
    relistening.document<ManagerDocument<Timestamp>>(db, paths.manager(managerId), {
      next(found, isFromServer) {
        manager = found ?? manager;
        isFresh.manager ||= isFromServer;
        look();
      },
      failed,
    }),
    relistening.document<DraftDocument<Timestamp>>(db, paths.draft(managerId), {
      next(found, isFromServer) {
        draft = { profile: found?.profile ? migrateDraft(found.profile) : null, revision: found?.revision ?? 0 };
        isFresh.draft ||= isFromServer;
        look();
      },
      failed,
    }),
  ];
  return {
    opening,
    close() {
      clearTimeout(timer);
      for (const stop of stops) stop();
      const current = opening.peek();
      if (current.phase === 'open') current.editor.close();
    },
  };
}

/** Facts on the page besides the manager's own texts. */
function factsOf({ replyTime, verifiedLinks = [] }: ManagerDocument<Timestamp>): KnownFacts {
  return { replyTime: replyTime && replyTime.until.toMillis() > Date.now() ? replyTime.usually : null, verified: verifiedLinks };
}

function apiOf(proof: Proof): EditorApi {
  return {
    saveDraft: async (body) => call<typeof saveDraftEndpoint>('PUT', '/api/managers/me/draft', { body }, await proof()),
    publish: async (body) => call<typeof changeProfileEndpoint>('PATCH', '/api/managers/me/profile', { body }, await proof()),
    discardDraft: async (query) => call<typeof discardDraftEndpoint>('DELETE', '/api/managers/me/draft', { query }, await proof()),
  };
}
