import { AskFirst } from '../../ui/ask-first.tsx';
import { signOut } from '../auth/session.ts';
import { useWorkspace } from '../workspace/context.ts';
import { words } from './words.ts';

/** Asks first if signing out would lose something. */
export function SignOut() {
  const { wouldLose } = useWorkspace();
  return (
    <AskFirst
      label={words.signOut}
      wouldLose={wouldLose}
      question={words.unsaved}
      stay={words.stay}
      anyway={words.signOutAnyway}
      act={signOut}
    />
  );
}
