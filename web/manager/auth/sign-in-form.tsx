import { withNodes } from '@foyer/words/with-nodes';
import { useSignal } from '@preact/signals';
import { Field } from '../../ui/field.tsx';
import { words } from '../door-words.ts';
import { signIn, signInWithGoogle } from './acts.ts';
import { DoorTitle } from './door-frame.tsx';
import type { DoorProps } from './door-props.ts';
import { EmailField, FormFault, SubmitButton, TextButton } from './form-parts.tsx';
import { GoogleButton } from './google-button.tsx';
import { useAttempt } from './use-attempt.ts';

export function SignInForm({ firebase, email, onEmail, goTo }: DoorProps) {
  const password = useSignal('');
  const { isBusy, fault, attempt } = useAttempt();
  return (
    <>
      <DoorTitle title={words.signInTitle}>{words.signInAbout}</DoorTitle>
      <FormFault fault={fault} />
      <GoogleButton isBusy={isBusy} onClick={() => attempt('google', () => signInWithGoogle(firebase))} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          attempt('sign-in', () => signIn(firebase, email.trim(), password.value));
        }}
      >
        <EmailField email={email} onEmail={onEmail} />
        <Field
          label={words.password}
          type="password"
          name="password"
          autocomplete="current-password"
          required
          value={password.value}
          onInput={(event) => {
            password.value = event.currentTarget.value;
          }}
        />
        <SubmitButton isBusy={isBusy}>{words.signIn}</SubmitButton>
      </form>
      <p class="mt-6 flex flex-wrap justify-between gap-x-4 text-sm text-soft">
        <span>{withNodes(words.newHere, { create: <TextButton onClick={() => goTo('sign-up')}>{words.createAccount}</TextButton> })}</span>
        <TextButton onClick={() => goTo('reset')}>{words.forgotPassword}</TextButton>
      </p>
    </>
  );
}
