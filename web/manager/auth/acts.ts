import {
  createUserWithEmailAndPassword,
  GoogleAuthProvider,
  sendEmailVerification,
  sendPasswordResetEmail,
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
  await signInWithPopup(auth, new GoogleAuthProvider());
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
