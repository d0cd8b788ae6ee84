import type { signOutEndpoint } from '@foyer/domain/manager';
import { isManagerRole } from '@foyer/domain/participant';
import { isVisitorUid } from '@foyer/domain/paths';
import { signal } from '@preact/signals';
import { onAuthStateChanged, signInWithCustomToken, signOut as signOutOfAuth, type User } from 'firebase/auth';
import { call } from '../../lib/api.ts';
import { type Firebase, openFirebase } from '../firebase/firebase.ts';

/** Where a person stands on the way to their inbox. */
export type Session =
  | { phase: 'starting' | 'unavailable' | 'leaving' }
  | { phase: 'signed-out'; firebase: Firebase }
  /** The address is not confirmed. */
  | { phase: 'unverified'; firebase: Firebase; user: User }
  /** There is no page yet. */
  | { phase: 'unclaimed'; firebase: Firebase; user: User }
  | { phase: 'ready'; firebase: Firebase; user: User };

export const session = signal<Session>({ phase: 'starting' });

let firebase: Firebase | null = null;
let beforeLeaving: (() => Promise<void>) | null = null;

/** Finds out who is here, and follows it from then on. */
export async function startSession(): Promise<void> {
  session.value = { phase: 'starting' };
  try {
    firebase ??= await openFirebase();
  } catch {
    session.value = { phase: 'unavailable' };
    return;
  }
  onAuthStateChanged(firebase.auth, (user) => {
    const { phase } = session.value;
    if (user) settle(user);
    // Signed out in another tab, or by the server.
    else if (phase === 'ready') leave();
    else if (phase !== 'leaving' && firebase) session.value = { phase: 'signed-out', firebase };
  });
}

/** Goes on after a claim, which ended this sign-in: with the token that it gave, or by signing in again where it could give none. */
export async function goOnAfterClaim(token: string | null): Promise<void> {
  if (!firebase?.auth.currentUser) return;
  if (token !== null) await signInWithCustomToken(firebase.auth, token).catch(() => {});
  if (firebase.auth.currentUser) await settle(firebase.auth.currentUser, true);
}

/** Looks again at what a person may do. `isFresh` asks the server for a new token, after a claim or a confirmation. */
export async function settle(user: User, isFresh = false): Promise<void> {
  if (!firebase) return;
  // A visitor's user is nobody's account (docs/decisions/027).
  if (isVisitorUid(user.uid)) return signOutOfAuth(firebase.auth);
  try {
    const isManager = (await hasRole(user, isFresh)) || (user.emailVerified && !isFresh && (await hasRole(user, true)));
    if (firebase.auth.currentUser?.uid !== user.uid) return;
    const phase = isManager ? 'ready' : user.emailVerified ? 'unclaimed' : 'unverified';
    session.value = { phase, firebase, user };
  } catch {
    // Where the sign-in itself was ended, Auth has let go of it.
    session.value = firebase.auth.currentUser ? { phase: 'unavailable' } : { phase: 'signed-out', firebase };
  }
}

/** What must be done before this browser forgets a manager: the inbox says so when it opens. */
export function onLeaving(clean: () => Promise<void>): void {
  beforeLeaving = clean;
}

export async function signOut(): Promise<void> {
  if (session.value.phase === 'ready') await leave();
  else if (firebase) {
    await clearBrowser();
    await signOutOfAuth(firebase.auth);
  }
}

/** Longer than this nobody waits to get out. */
const CLEARING_MS = 3000;

/** Has the server tell this browser to drop what it keeps. Signing out does not depend on it. */
async function clearBrowser(): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, CLEARING_MS));
  await Promise.race([call<typeof signOutEndpoint>('DELETE', '/api/managers/me/session', {}), patience]).catch(() => {});
}

/** Ends with a new document, so that nothing of a manager stays in memory. */
async function leave(): Promise<void> {
  if (session.value.phase === 'leaving') return;
  session.value = { phase: 'leaving' };
  await beforeLeaving?.().catch(() => {});
  await clearBrowser();
  if (firebase) await signOutOfAuth(firebase.auth);
  sessionStorage.clear();
  location.replace('/app');
}

async function hasRole(user: User, isFresh: boolean): Promise<boolean> {
  return isManagerRole((await user.getIdTokenResult(isFresh)).claims.role);
}
