import {
  createUserWithEmailAndPassword,
  GoogleAuthProvider,
  sendEmailVerification,
  sendPasswordResetEmail,
  signInWithCredential,
  signInWithEmailAndPassword,
  signInWithPopup,
  type User,
} from 'firebase/auth';
import type { Firebase } from '../firebase/firebase.ts';
import { codeOf } from './auth-errors.ts';

/** Where the links in mails lead when they have done their work. */
const returning = () => ({ url: `${location.origin}/app` });

/** Makes an account and has the address confirmed. Throws `FirebaseError`; a mail that was not sent can be asked for again. */
export async function signUp({ auth }: Firebase, email: string, password: string): Promise<void> {
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
  await signInWithPopup(auth, new GoogleAuthProvider());
}

/** The Auth emulator believes any account of Google's. Its own popup would need Google's script, and the emulators work without a network. */
async function signInWithMadeUpGoogle({ auth }: Pick<Firebase, 'auth'>): Promise<void> {
  const email = prompt('Which Google account? The emulator believes any address.', 'someone@example.com')?.trim();
  if (!email) return;
  await signInWithCredential(auth, GoogleAuthProvider.credential(JSON.stringify({ sub: email, email, email_verified: true })));
}

/** Sends a link for a new password. An unknown address is no error: nobody learns who has an account. Throws `FirebaseError`. */
export async function sendReset({ auth }: Firebase, email: string): Promise<void> {
  await sendPasswordResetEmail(auth, email, returning()).catch((error: unknown) => {
    if (codeOf(error) !== 'user-not-found') throw error;
  });
}

/** Throws `FirebaseError`. */
export async function sendVerification(user: User): Promise<void> {
  await sendEmailVerification(user, returning());
}
