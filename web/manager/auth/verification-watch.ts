import { reload, type User } from 'firebase/auth';
import { settle } from './session.ts';

/** The link may be opened on another device, so the client has to poll. */
const ASK_EVERY_MS = 4000;

/** Polls for the verification while the page is visible. Returns a function that stops it. */
export function watchVerification(user: User): () => void {
  let isAsking = false;
  const ask = async () => {
    if (isAsking || document.visibilityState !== 'visible') return;
    isAsking = true;
    // Offline, the next poll tells.
    await reload(user).catch(() => {});
    // The server reads the claim in the token, so a new token is needed.
    if (user.emailVerified) await settle(user, true);
    isAsking = false;
  };
  const timer = setInterval(ask, ASK_EVERY_MS);
  window.addEventListener('focus', ask);
  document.addEventListener('visibilitychange', ask);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', ask);
    document.removeEventListener('visibilitychange', ask);
  };
}
