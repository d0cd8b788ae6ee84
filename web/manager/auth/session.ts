import type { signOutEndpoint } from '@foyer/domain/manager';
import { isManagerRole } from '@foyer/domain/participant';
import { isVisitorUid } from '@foyer/domain/paths';
import { signal } from '@preact/signals';
import { FirebaseError } from 'firebase/app';
import { onAuthStateChanged, signInWithCustomToken, signOut as signOutOfAuth, type User } from 'firebase/auth';
import { call } from '../../lib/api.ts';
import { OWN_PAGE } from '../../lib/own-page.ts';
import { stored } from '../../lib/stored.ts';
import { type Firebase, openFirebase } from '../firebase/firebase.ts';
import { routeHref } from '../route/route.ts';

/** The steps on the way to the inbox. */
export type Session =
  | { phase: 'starting' | 'unavailable' | 'leaving' }
  | { phase: 'signed-out'; firebase: Firebase }
  | { phase: 'unverified'; firebase: Firebase; user: User }
  /** The account has no page yet. */
  | { phase: 'unclaimed'; firebase: Firebase; user: User }
  | { phase: 'ready'; firebase: Firebase; user: User };

export const session = signal<Session>({ phase: 'starting' });

let firebase: Firebase | null = null;
let beforeLeaving: (() => Promise<void>) | null = null;

/** Loads the current user, and follows every change. */
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

/** Continues after a claim, which ended this sign-in: with the token from the claim, or with a new sign-in if there is no token. */
export async function goOnAfterClaim(token: string | null): Promise<void> {
  if (!firebase?.auth.currentUser) return;
  if (token !== null) await signInWithCustomToken(firebase.auth, token).catch(() => {});
  if (firebase.auth.currentUser) await settle(firebase.auth.currentUser, true);
}

/** Reads again what a person may do. `isFresh` requests a new token, after a claim or a verification. */
export async function settle(user: User, isFresh = false): Promise<void> {
  if (!firebase) return;
  // A visitor's user is not an account (docs/decisions/027).
  if (isVisitorUid(user.uid)) return signOutOfAuth(firebase.auth);
  try {
    const isManager = (await hasRole(user, isFresh)) || (user.emailVerified && !isFresh && (await hasRole(user, true)));
    if (firebase.auth.currentUser?.uid !== user.uid) return;
    const phase = isManager ? 'ready' : user.emailVerified ? 'unclaimed' : 'unverified';
    session.value = { phase, firebase, user };
  } catch (error) {
    // If the server ended the sign-in, Auth has no user any more.
    if (!firebase.auth.currentUser) session.value = { phase: 'signed-out', firebase };
    // Offline with a token that has expired. The role can't change what this browser has stored, and the rules check every write later.
    else if (isUnreachable(error) && stored(OWN_PAGE) === user.uid) session.value = { phase: 'ready', firebase, user };
    else session.value = { phase: 'unavailable' };
  }
}

/** Registers what must finish before this browser forgets a manager. The inbox calls it when it opens. */
export function onLeaving(clean: () => Promise<void>): void {
  beforeLeaving = clean;
}

export async function signOut(): Promise<void> {
  if (session.value.phase === 'ready' || leaving) await leave();
  else if (firebase) {
    await clearBrowser();
    await signOutOfAuth(firebase.auth);
  }
}

/** Signing out waits no longer than this. */
const CLEARING_MS = 3000;

/** Asks the server to have this browser drop its data. Signing out does not depend on it. */
async function clearBrowser(): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, CLEARING_MS));
  await Promise.race([call<typeof signOutEndpoint>('DELETE', '/api/managers/me/session', {}), patience]).catch(() => {});
}

let leaving: Promise<void> | null = null;

/** Once, also if the person and the server end a sign-in at the same time: the server clears the storage only after Firestore has let go of it. */
function leave(): Promise<void> {
  leaving ??= leaveOnce();
  return leaving;
}

/** Ends with a new document, so no data of a manager stays in memory. */
async function leaveOnce(): Promise<void> {
  session.value = { phase: 'leaving' };
  await beforeLeaving?.().catch(() => {});
  await clearBrowser();
  // If the browser refuses, the new document is still signed in, and the person can try again.
  if (firebase) await signOutOfAuth(firebase.auth).catch(() => {});
  sessionStorage.clear();
  location.replace(routeHref({}));
}

function isUnreachable(error: unknown): boolean {
  return error instanceof FirebaseError && error.code === 'auth/network-request-failed';
}

async function hasRole(user: User, isFresh: boolean): Promise<boolean> {
  return isManagerRole((await user.getIdTokenResult(isFresh)).claims.role);
}
