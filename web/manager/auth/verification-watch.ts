import { reload, type User } from 'firebase/auth';
import { settle } from './session.ts';

/** The link may be opened on another device, so the answer has to be asked for. */
const ASK_EVERY_MS = 4000;

/** Notices that an address was confirmed, while the screen is looked at. Returns the way to stop. */
export function watchVerification(user: User): () => void {
  let isAsking = false;
  const ask = async () => {
    if (isAsking || document.visibilityState !== 'visible') return;
    isAsking = true;
    // Without a connection the next look will tell.
    await reload(user).catch(() => {});
    // The claim in the token is what the server believes, hence a new one.
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
