import { useSignal } from '@preact/signals';
import { sendReset } from './acts.ts';
import { DoorTitle } from './door-frame.tsx';
import type { DoorProps } from './door-props.ts';
import { EmailField, FormFault, SubmitButton, TextButton } from './form-parts.tsx';
import { useAttempt } from './use-attempt.ts';

export function ResetForm({ firebase, email, onEmail, goTo }: DoorProps) {
  const sentTo = useSignal<string | null>(null);
  const { isBusy, fault, attempt } = useAttempt();
  const back = <TextButton onClick={() => goTo('sign-in')}>Back to signing in</TextButton>;

  if (sentTo.value !== null) {
    return (
      <>
        <DoorTitle title="Check your mail">
          If there is an account for <b class="font-medium break-words text-ink">{sentTo.value}</b>, a link for a new password is on its
          way. It may take a minute, and it may have landed in spam.
        </DoorTitle>
        <p class="text-sm">{back}</p>
      </>
    );
  }
  return (
    <>
      <DoorTitle title="A new password">We send you a link. Your conversations stay as they are.</DoorTitle>
      <FormFault fault={fault} />
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const address = email.trim();
          if (await attempt('reset', () => sendReset(firebase, address))) sentTo.value = address;
        }}
      >
        <EmailField email={email} onEmail={onEmail} />
        <SubmitButton isBusy={isBusy}>Send the link</SubmitButton>
      </form>
      <p class="mt-6 text-sm">{back}</p>
    </>
  );
}
