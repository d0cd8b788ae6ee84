import type { User } from 'firebase/auth';
import { ApiProblem } from '../../lib/api.ts';
import type { AppToken } from '../../lib/app-check.ts';

/** Gives the headers by which the API knows a manager. Throws `ApiProblem`: without a connection an old token cannot be renewed. */
export type Proof = () => Promise<Record<string, string>>;

/** `appToken` is App Check's, where the site asks for it. */
export function proofOf(user: User, appToken: AppToken | null): Proof {
  return async () => {
    try {
      const [idToken, ofApp] = await Promise.all([user.getIdToken(), appToken?.()]);
      return { authorization: `Bearer ${idToken}`, ...(ofApp === undefined ? {} : { 'x-firebase-appcheck': ofApp }) };
    } catch {
      throw new ApiProblem('offline', 'There is no connection just now.');
    }
  };
}

/** What to tell a person about a call that failed. */
export function problemSentence(problem: unknown): string {
  return problem instanceof ApiProblem
    ? (problem.body.errors?.[0]?.message ?? problem.message)
    : 'Something went wrong here. Please try again.';
}
