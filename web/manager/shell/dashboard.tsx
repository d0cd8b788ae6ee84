import { useSignal, useSignalEffect } from '@preact/signals';
import type { User } from 'firebase/auth';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { Waiting } from '../../ui/waiting.tsx';
import { isNewHere } from '../claim/claim.ts';
import type { Firebase } from '../firebase/firebase.ts';
import { beginFirstRun, endFirstRun, isFirstRun } from '../welcome/first-run.ts';
import { WorkspaceContext } from '../workspace/context.ts';
import { openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { Shell } from './shell.tsx';

/** Opens what is live for a manager, and its interface. */
export function openDashboard(firebase: Firebase, user: User) {
  return <Dashboard workspace={openWorkspace(firebase, user)} />;
}

/** Longer than this nobody waits for what their page has: the inbox says that there is no connection. */
const PATIENCE_MS = 8000;

function Dashboard({ workspace }: { workspace: Workspace }) {
  useSignalEffect(() => {
    const page = workspace.page.value;
    // The copy on this machine may be from before it was published on another.
    if (page?.isFromServer && isFirstRun.peek() === null) beginFirstRun(page);
  });
  useEffect(() => {
    const timer = setTimeout(() => isFirstRun.peek() === null && endFirstRun(), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  // A page that was claimed a moment ago is about to be asked about: no empty inbox in between.
  if (isFirstRun.value === null && isNewHere.value) return <Waiting />;
  if (!isFirstRun.value) return <Shell workspace={workspace} />;
  return (
    <WorkspaceContext.Provider value={workspace}>
      <FirstRun />
    </WorkspaceContext.Provider>
  );
}

/** The page exists: what cannot be loaded here is no reason to wait for the inbox. */
function FirstRun() {
  const loaded = useSignal<{ WelcomeScreen: ComponentType } | null>(null);
  useEffect(() => {
    import('../welcome/welcome-screen.tsx').then((found) => {
      loaded.value = found;
    }, endFirstRun);
  }, []);
  return loaded.value ? <loaded.value.WelcomeScreen /> : <Waiting />;
}
