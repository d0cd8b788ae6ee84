import type { User } from 'firebase/auth';
import { ApiProblem } from '../../lib/api.ts';
import type { AppToken } from '../../lib/app-check.ts';

/** Returns the headers that identify a manager to the API. Throws `ApiProblem`: offline, an expired token can't be renewed. */
export type Proof = () => Promise<Record<string, string>>;

/** `appToken` is App Check's, if the site uses it. */
export function proofOf(user: User, appToken: AppToken | null): Proof {
  return async () => {
    try {
      const [idToken, ofApp] = await Promise.all([user.getIdToken(), appToken?.()]);
      return { authorization: `Bearer ${idToken}`, ...(ofApp === undefined ? {} : { 'x-firebase-appcheck': ofApp }) };
    } catch {
      throw new ApiProblem('offline');
    }
  };
}
