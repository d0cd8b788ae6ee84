import { useSignal } from '@preact/signals';
import { Field } from '../../ui/field.tsx';
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
      <DoorTitle title="Welcome back">Your inbox is behind this door.</DoorTitle>
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
          label="Password"
          type="password"
          name="password"
          autocomplete="current-password"
          required
          value={password.value}
          onInput={(event) => {
            password.value = event.currentTarget.value;
          }}
        />
        <SubmitButton isBusy={isBusy}>Sign in</SubmitButton>
      </form>
      <p class="mt-6 flex flex-wrap justify-between gap-x-4 text-sm text-soft">
        <span>
          New here? <TextButton onClick={() => goTo('sign-up')}>Make an account</TextButton>
        </span>
        <TextButton onClick={() => goTo('reset')}>Forgot your password?</TextButton>
      </p>
    </>
  );
}
