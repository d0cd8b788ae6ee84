import { withNodes } from '@foyer/words/with-nodes';
import { useSignal } from '@preact/signals';
import { Field } from '../../ui/field.tsx';
import { words } from '../door-words.ts';
import { wantedSlug } from '../route/sign-up.ts';
import { signInWithGoogle, signUp } from './acts.ts';
import { DoorTitle } from './door-frame.tsx';
import type { DoorProps } from './door-props.ts';
import { EmailField, FormFault, SubmitButton, TextButton } from './form-parts.tsx';
import { GoogleButton } from './google-button.tsx';
import { PASSWORD_HELP, passwordFault } from './password.ts';
import { useAttempt } from './use-attempt.ts';

export function SignUpForm({ firebase, email, onEmail, goTo }: DoorProps) {
  const wanted = wantedSlug();
  const password = useSignal('');
  const weakness = useSignal<string | null>(null);
  const { isBusy, fault, attempt } = useAttempt();
  return (
    <>
      <DoorTitle title={words.signUpTitle}>
        {wanted === null
          ? words.signUpAbout
          : withNodes(words.signUpClaim, {
              address: (
                <b class="font-medium break-words text-ink" dir="ltr">
                  {location.host}/{wanted}
                </b>
              ),
            })}
      </DoorTitle>
      <FormFault fault={fault} />
      <GoogleButton isBusy={isBusy} onClick={() => attempt('google', () => signInWithGoogle(firebase))} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          weakness.value = passwordFault(password.value, email);
          if (weakness.value === null) attempt('sign-up', () => signUp(firebase, email.trim(), password.value));
        }}
      >
        <EmailField email={email} onEmail={onEmail} />
        <Field
          label={words.password}
          type="password"
          name="new-password"
          autocomplete="new-password"
          required
          hint={PASSWORD_HELP}
          fault={weakness.value}
          value={password.value}
          onInput={(event) => {
            password.value = event.currentTarget.value;
            if (weakness.value !== null) weakness.value = passwordFault(password.value, email);
          }}
        />
        <SubmitButton isBusy={isBusy}>{words.createMyAccount}</SubmitButton>
      </form>
      <p class="mt-6 text-sm text-soft">
        {withNodes(words.haveAccount, { signIn: <TextButton onClick={() => goTo('sign-in')}>{words.signIn}</TextButton> })}
      </p>
    </>
  );
}
