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

/** Where the links in emails lead when they have done their work: on any device to the address that the person wants. */
const returning = () => ({ url: location.origin + signUpHref(wantedSlug()) });

/** Makes an account and has the address confirmed. Throws `FirebaseError`; a mail that was not sent can be asked for again. */
export async function signUp({ auth }: Firebase, email: string, password: string): Promise<void> {
  await freeAddress(email);
  const { user } = await createUserWithEmailAndPassword(auth, email, password);
  await sendEmailVerification(user, returning()).catch(() => {});
}

/** Throws `FirebaseError`. */
export async function signIn({ auth }: Firebase, email: string, password: string): Promise<void> {
  await signInWithEmailAndPassword(auth, email, password);
}

/** Throws `FirebaseError`, also where the person closed Google's window. */
export async function signInWithGoogle({ auth }: Firebase): Promise<void> {
  if (import.meta.env.MODE === 'emulators') return signInWithMadeUpGoogle({ auth });
  const signedIn = await signInWithPopup(auth, new GoogleAuthProvider());
  const credential = GoogleAuthProvider.credentialFromResult(signedIn);
  if (credential) await asOneself(auth, signedIn.user, credential);
}

/**
 * Someone may have linked this person's address to a visitor's user, which Google's sign-in then arrives at. That user is removed, and the
 * same sign-in makes an account (docs/decisions/027).
 */
async function asOneself(auth: Auth, user: User, credential: AuthCredential): Promise<void> {
  if (!isVisitorUid(user.uid) || user.email === null) return;
  await signOut(auth);
  await freeAddress(user.email);
  await signInWithCredential(auth, credential);
}

/** Frees an address that a visitor has linked to their user. Where that fails, Auth says what is wrong with the address. */
async function freeAddress(email: string): Promise<void> {
  await call<typeof freeAddressEndpoint>('POST', '/api/sign-ups', { body: { email } }).catch(() => {});
}

/** The Auth emulator believes any account of Google's. Its own popup would need Google's script, and the emulators work without a network. */
async function signInWithMadeUpGoogle({ auth }: Pick<Firebase, 'auth'>): Promise<void> {
  const email = prompt('Which Google account? The emulator believes any address.', 'someone@example.com')?.trim();
  if (!email) return;
  const credential = GoogleAuthProvider.credential(JSON.stringify({ sub: email, email, email_verified: true }));
  await asOneself(auth, (await signInWithCredential(auth, credential)).user, credential);
}

/** Sends a link for a new password. An unknown address is no error: nobody learns who has an account. Throws `FirebaseError`. */
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
