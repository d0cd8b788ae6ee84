import type { freeAddressEndpoint } from '@foyer/domain/manager';
import { isVisitorUid } from '@foyer/domain/paths';
import {
  type Auth,
  type AuthCredential,
  createUserWithEmailAndPassword,
  GoogleAuthProvider,
  sendEmailVerification,
  sendPasswordResetEmail,
  signInWithCredential,
  signInWithEmailAndPassword,
  signInWithPopup,
  signOut,
  type User,
} from 'firebase/auth';
import { call } from '../../lib/api.ts';
import type { Firebase } from '../firebase/firebase.ts';
import { signUpHref, wantedSlug } from '../route/sign-up.ts';
import { codeOf } from './auth-errors.ts';

/** The target of the links in emails: on any device, the address that the person wants. */
const returning = () => ({ url: location.origin + signUpHref(wantedSlug()) });

/** Creates an account and sends the verification email. Throws `FirebaseError`; an email that couldn't be sent can be requested again. */
export async function signUp({ auth }: Firebase, email: string, password: string): Promise<void> {
  await freeAddress(email);
  const { user } = await createUserWithEmailAndPassword(auth, email, password);
  await sendEmailVerification(user, returning()).catch(() => {});
}

/** Throws `FirebaseError`. */
export async function signIn({ auth }: Firebase, email: string, password: string): Promise<void> {
  await signInWithEmailAndPassword(auth, email, password);
}

/** Throws `FirebaseError`, also if the person closed Google's window. */
export async function signInWithGoogle({ auth }: Firebase): Promise<void> {
  if (import.meta.env.MODE === 'emulators') return signInWithMadeUpGoogle({ auth });
  const signedIn = await signInWithPopup(auth, new GoogleAuthProvider());
  const credential = GoogleAuthProvider.credentialFromResult(signedIn);
  if (credential) await asOneself(auth, signedIn.user, credential);
}

/**
 * Someone may have linked this person's address to a visitor's user, and Google's sign-in then returns that user. Removes it, so the same
 * sign-in creates an account (docs/decisions/027).
 */
async function asOneself(auth: Auth, user: User, credential: AuthCredential): Promise<void> {
  if (!isVisitorUid(user.uid) || user.email === null) return;
  await signOut(auth);
  await freeAddress(user.email);
  await signInWithCredential(auth, credential);
}

/** Frees an address that a visitor has linked to their user. If that fails, Auth reports the error of the address. */
export async function freeAddress(email: string): Promise<void> {
  await call<typeof freeAddressEndpoint>('POST', '/api/sign-ups', { body: { email } }).catch(() => {});
}

/** The Auth emulator accepts any Google account. Its own popup would need Google's script, and the emulators work without a network. */
async function signInWithMadeUpGoogle({ auth }: Pick<Firebase, 'auth'>): Promise<void> {
  const credential = madeUpGoogle();
  if (credential) await asOneself(auth, (await signInWithCredential(auth, credential)).user, credential);
}

/** Asks for the account's address; `null` if the person cancels. */
export function madeUpGoogle(): AuthCredential | null {
  const email = prompt('Google (emulator)', 'someone@example.com')?.trim();
  return email ? GoogleAuthProvider.credential(JSON.stringify({ sub: email, email, email_verified: true })) : null;
}

/** Sends a link for a new password. An unknown address is no error, so no one learns who has an account. Throws `FirebaseError`. */
export async function sendReset({ auth }: Firebase, email: string): Promise<void> {
  await freeAddress(email);
  await sendPasswordResetEmail(auth, email, returning()).catch((error: unknown) => {
    if (codeOf(error) !== 'user-not-found') throw error;
  });
}

/** Throws `FirebaseError`. */
export async function sendVerification(user: User): Promise<void> {
  await sendEmailVerification(user, returning());
}
