import { withNodes } from '@foyer/words/with-nodes';
import { useSignal } from '@preact/signals';
import { words } from '../door-words.ts';
import { sendReset } from './acts.ts';
import { DoorTitle } from './door-frame.tsx';
import type { DoorProps } from './door-props.ts';
import { EmailAddress, EmailField, FormFault, SubmitButton, TextButton } from './form-parts.tsx';
import { useAttempt } from './use-attempt.ts';

export function ResetForm({ firebase, email, onEmail, goTo }: DoorProps) {
  const sentTo = useSignal<string | null>(null);
  const { isBusy, fault, attempt } = useAttempt();
  const back = <TextButton onClick={() => goTo('sign-in')}>{words.backToSignIn}</TextButton>;

  if (sentTo.value !== null) {
    return (
      <>
        <DoorTitle title={words.resetSentTitle}>{withNodes(words.resetSent, { email: <EmailAddress email={sentTo.value} /> })}</DoorTitle>
        <p class="text-sm">{back}</p>
      </>
    );
  }
  return (
    <>
      <DoorTitle title={words.resetTitle}>{words.resetAbout}</DoorTitle>
      <FormFault fault={fault} />
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const address = email.trim();
          if (await attempt('reset', () => sendReset(firebase, address))) sentTo.value = address;
        }}
      >
        <EmailField email={email} onEmail={onEmail} />
        <SubmitButton isBusy={isBusy}>{words.sendLink}</SubmitButton>
      </form>
      <p class="mt-6 text-sm">{back}</p>
    </>
  );
}
