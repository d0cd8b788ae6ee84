import { AskFirst } from '../../../ui/ask-first.tsx';
import { catalogues } from '../../catalogues.ts';
import { useWorkspace } from '../../workspace/context.ts';
import { clearLocalData } from './clear.ts';

const words = catalogues.account;

/** Removes everything that this browser stores for the manager, and signs out. Asks first if replies or changes would be lost. */
export function ClearLocalData() {
  const { wouldLose, queued } = useWorkspace();
  const count = queued.value;
  return (
    <AskFirst
      label={words.clearLocalData}
      wouldLose={wouldLose}
      question={count > 0 ? words.repliesWouldBeLost({ count }) : words.unsaved}
      stay={words.stay}
      anyway={words.clearAnyway}
      act={clearLocalData}
    />
  );
}
