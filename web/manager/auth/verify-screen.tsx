import { withNodes } from '@foyer/words/with-nodes';
import { useSignal } from '@preact/signals';
import type { User } from 'firebase/auth';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { words } from '../door-words.ts';
import { sendVerification } from './acts.ts';
import { DoorFrame, DoorTitle } from './door-frame.tsx';
import { EmailAddress, FormFault, TextButton } from './form-parts.tsx';
import { signOut } from './session.ts';
import { useAttempt } from './use-attempt.ts';
import { watchVerification } from './verification-watch.ts';

export function VerifyScreen({ user }: { user: User }) {
  const isSentAgain = useSignal(false);
  const { isBusy, fault, attempt } = useAttempt();
  useEffect(() => watchVerification(user), [user]);
  return (
    <DoorFrame footer={withNodes(words.notYourAddress, { change: <TextButton onClick={signOut}>{words.useAnother}</TextButton> })}>
      <DoorTitle title={words.verifyTitle}>{withNodes(words.verifyAbout, { email: <EmailAddress email={user.email} /> })}</DoorTitle>
      <FormFault fault={fault} />
      <div class="flex flex-wrap items-center gap-3">
        <Button
          disabled={isBusy}
          onClick={async () => {
            isSentAgain.value = await attempt('verify', () => sendVerification(user));
          }}
        >
          {words.verifyAgain}
        </Button>
        <span role="status" class="text-sm text-soft">
          {isSentAgain.value && words.verifySent}
        </span>
      </div>
    </DoorFrame>
  );
}
