import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { signOut } from '../auth/session.ts';
import { useWorkspace } from '../workspace/context.ts';

/** The way out. It asks first where something would be lost. */
export function SignOut() {
  const { wouldLose } = useWorkspace();
  const [step, setStep] = useState<'offer' | 'looking' | 'asking'>('offer');
  const look = async () => {
    setStep('looking');
    if (await wouldLose()) setStep('asking');
    else signOut();
  };
  if (step !== 'asking') {
    return (
      <Button class="w-full" disabled={step === 'looking'} onClick={look}>
        Sign out
      </Button>
    );
  }
  return (
    <>
      <p role="alert" class="mb-3 text-sm text-pretty">
        Some of what you wrote has not reached the server yet, and would be lost.
      </p>
      <div class="flex gap-2">
        <Button onClick={() => setStep('offer')}>Stay</Button>
        <Button kind="quiet" onClick={signOut}>
          Sign out anyway
        </Button>
      </div>
    </>
  );
}
