import { effect, type ReadonlySignal } from '@preact/signals';
import type { User } from 'firebase/auth';
import { signOut } from './session.ts';

let renewing: Promise<unknown> = Promise.resolve();

/** Runs an act that ends every sign-in and then signs in again, so that its own end doesn't sign this dashboard out. */
export async function whileRenewing<T>(act: () => Promise<T>): Promise<T> {
  const done = act();
  renewing = done.catch(() => {});
  return done;
}

/** Signs this dashboard out when its sign-in was ended from another one. Returns a function that stops watching. */
export function watchSignIn(user: User, page: ReadonlySignal<{ signInsEndedAt: number } | null>): () => void {
  return effect(() => {
    const endedAt = page.value?.signInsEndedAt ?? 0;
    if (endedAt > 0) leaveIfEnded(user, endedAt);
  });
}

async function leaveIfEnded(user: User, endedAt: number): Promise<void> {
  await renewing;
  // Without a valid token, Auth has signed out already, or does when the connection is back.
  const token = await user.getIdTokenResult().catch(() => null);
  if (token && Date.parse(token.authTime) < endedAt) await signOut();
}
