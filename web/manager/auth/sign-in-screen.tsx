import { useSignal } from '@preact/signals';
import type { Firebase } from '../firebase/firebase.ts';
import { isSignUp } from '../route/sign-up.ts';
import { DoorFrame } from './door-frame.tsx';
import type { Door, DoorProps } from './door-props.ts';
import { ResetForm } from './reset-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

/** The three forms: sign in, create an account, ask for a new password. */
export function SignInScreen({ firebase }: { firebase: Firebase }) {
  const door = useSignal<Door>(isSignUp() ? 'sign-up' : 'sign-in');
  const email = useSignal('');
  const props: DoorProps = {
    firebase,
    email: email.value,
    onEmail: (typed) => {
      email.value = typed;
    },
    goTo: (next) => {
      door.value = next;
    },
  };
  return (
    <DoorFrame key={door.value}>
      {door.value === 'sign-in' && <SignInForm {...props} />}
      {door.value === 'sign-up' && <SignUpForm {...props} />}
      {door.value === 'reset' && <ResetForm {...props} />}
    </DoorFrame>
  );
}
