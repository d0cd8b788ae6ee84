import { session } from '../../auth/session.ts';
import type { Firebase } from '../../firebase/firebase.ts';

/** The signed-in manager's Firebase; `null` while they are leaving. */
export function useFirebase(): Firebase | null {
  const current = session.value;
  return current.phase === 'ready' ? current.firebase : null;
}
