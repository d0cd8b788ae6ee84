import { useSignal, useSignalEffect } from '@preact/signals';
import type { User } from 'firebase/auth';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { untilLoaded } from '../../lib/until-loaded.ts';
import { Waiting } from '../../ui/waiting.tsx';
import { isNewHere } from '../claim/is-new-here.ts';
import type { Firebase } from '../firebase/firebase.ts';
import { followUpdates } from '../installed/updates.ts';
import { loadLate } from '../late/load-late.ts';
import { offerReloads } from '../notice/newer-version.ts';
import { beginFirstRun, endFirstRun, isFirstRun } from '../welcome/first-run.ts';
import { WorkspaceContext } from '../workspace/context.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { Shell } from './shell.tsx';

/** Opens the manager's live data and the interface. */
export function openDashboard(firebase: Firebase, user: User) {
  followUpdates();
  offerReloads();
  loadLate();
  return <Dashboard workspace={openWorkspace(firebase, user)} />;
}

/** After this, the inbox is shown without knowing whether the page is new, and says that there is no connection. */
const PATIENCE_MS = 8000;

function Dashboard({ workspace }: { workspace: Workspace }) {
  useSignalEffect(() => {
    const page = workspace.page.value;
    // The local copy may be from before the page was published on another device.
    if (page?.isFromServer && isFirstRun.peek() === null) beginFirstRun(page);
  });
  useEffect(() => {
    const timer = setTimeout(() => isFirstRun.peek() === null && endFirstRun(), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if ((workspace.page.value?.deletionDueAt ?? null) !== null) {
    return (
      <WorkspaceContext.Provider value={workspace}>
        <Leaving />
      </WorkspaceContext.Provider>
    );
  }
  // A page that was just claimed begins with the first run: no empty inbox before it.
  if (isFirstRun.value === null && isNewHere.value) return <Waiting />;
  if (!isFirstRun.value) return <Shell workspace={workspace} />;
  return (
    <WorkspaceContext.Provider value={workspace}>
      <FirstRun />
    </WorkspaceContext.Provider>
  );
}

/** The undo must be reachable, so it is loaded until it is there. */
function Leaving() {
  const loaded = useSignal<{ LeavingScreen: ComponentType } | null>(null);
  useEffect(() => {
    untilLoaded(() => import('../settings/data/leaving-screen.tsx')).then((found) => {
      loaded.value = found;
    });
  }, []);
  return loaded.value ? <loaded.value.LeavingScreen /> : <Waiting />;
}

/** If it can't be loaded, the inbox is shown: the page exists already. */
function FirstRun() {
  const loaded = useSignal<{ WelcomeScreen: ComponentType } | null>(null);
  useEffect(() => {
    import('../welcome/welcome-screen.tsx').then((found) => {
      loaded.value = found;
    }, endFirstRun);
  }, []);
  return loaded.value ? <loaded.value.WelcomeScreen /> : <Waiting />;
}
