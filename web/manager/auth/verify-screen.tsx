import { useSignal } from '@preact/signals';
import type { User } from 'firebase/auth';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { sendVerification } from './acts.ts';
import { DoorFrame, DoorTitle } from './door-frame.tsx';
import { FormFault, TextButton } from './form-parts.tsx';
import { signOut } from './session.ts';
import { useAttempt } from './use-attempt.ts';
import { watchVerification } from './verification-watch.ts';

export function VerifyScreen({ user }: { user: User }) {
  const isSentAgain = useSignal(false);
  const { isBusy, fault, attempt } = useAttempt();
  useEffect(() => watchVerification(user), [user]);
  return (
    <DoorFrame
      footer={
        <>
          Not your address? <TextButton onClick={signOut}>Use another one</TextButton>
        </>
      }
    >
      <DoorTitle title="Check your mail">
        We sent a link to <b class="font-medium break-words text-ink">{user.email}</b>. Open it on any device: this screen notices by
        itself.
      </DoorTitle>
      <FormFault fault={fault} />
      <div class="flex flex-wrap items-center gap-3">
        <Button
          disabled={isBusy}
          onClick={async () => {
            isSentAgain.value = await attempt('verify', () => sendVerification(user));
          }}
        >
          Send the link again
        </Button>
        <span role="status" class="text-sm text-soft">
          {isSentAgain.value && 'Sent. It may have landed in spam.'}
        </span>
      </div>
    </DoorFrame>
  );
}
