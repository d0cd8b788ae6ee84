import type { endSignInsEndpoint } from '@foyer/domain/manager';
import {
  EmailAuthProvider,
  GoogleAuthProvider,
  reauthenticateWithCredential,
  reauthenticateWithPopup,
  type User,
  updatePassword,
  verifyBeforeUpdateEmail,
} from 'firebase/auth';
import { call } from '../../lib/api.ts';
import { freeAddress, madeUpGoogle } from './acts.ts';
import { codeOf } from './auth-errors.ts';
import type { Proof } from './proof.ts';
import { whileRenewing } from './sign-in-watch.ts';

/** Whether an account can be signed in to with a password, and not only with Google. */
export function hasPassword({ providerData }: Pick<User, 'providerData'>): boolean {
  return providerData.some(({ providerId }) => providerId === 'password');
}

/** How a manager shows again that it is them: with their password, or in Google's window. */
export type Again = { password: string } | 'google';

/** Throws `FirebaseError`, also if the person closed Google's window. */
export async function proveAgain(user: User, again: Again): Promise<void> {
  if (again !== 'google') {
    await reauthenticateWithCredential(user, EmailAuthProvider.credential(user.email ?? '', again.password));
  } else if (import.meta.env.MODE === 'emulators') {
    const credential = madeUpGoogle();
    if (!credential) throw Object.assign(new Error('cancelled'), { code: 'auth/user-cancelled' });
    await reauthenticateWithCredential(user, credential);
  } else await reauthenticateWithPopup(user, new GoogleAuthProvider());
}

/**
 * Sends a link to a new address, which becomes the account's when the link is opened. Whether someone else has it isn't said. Throws
 * `FirebaseError`.
 */
export async function changeEmail(user: User, again: Again, email: string): Promise<void> {
  await proveAgain(user, again);
  await freeAddress(email);
  await verifyBeforeUpdateEmail(user, email, { url: `${location.origin}/app` }).catch((error: unknown) => {
    if (codeOf(error) !== 'email-already-in-use') throw error;
  });
}

/**
 * Changes the password, or sets the first one, and signs out everywhere else. Resolves to whether the other sign-ins have ended: Auth ends
 * them too, but lets their ID tokens expire. Throws `FirebaseError` if nothing was changed.
 */
export async function changePassword(user: User, again: Again, password: string, proof: Proof): Promise<boolean> {
  await proveAgain(user, again);
  await updatePassword(user, password);
  // A change of password ends every sign-in, and so does the API: this one is renewed after both.
  const renew = () => proveAgain(user, { password });
  return whileRenewing(async () => {
    try {
      await renew();
      await endSignIns(proof);
      await renew();
      return true;
    } catch {
      return false;
    }
  });
}

/** Throws `ApiProblem`. */
export async function endSignIns(proof: Proof): Promise<void> {
  await call<typeof endSignInsEndpoint>('DELETE', '/api/managers/me/sign-ins', {}, await proof());
}
