import type { User } from 'firebase/auth';
import type { Firebase } from '../firebase/firebase.ts';
import { openWorkspace } from '../workspace/workspace.ts';
import { Shell } from './shell.tsx';

/** Opens what is live for a manager, and its interface. */
export function openDashboard(firebase: Firebase, user: User) {
  return <Shell workspace={openWorkspace(firebase, user)} />;
}
