import type { User } from 'firebase/auth';
import { ApiProblem } from '../../lib/api.ts';

/** Gives the manager's ID token for a call of the API. Throws `ApiProblem`: without a connection an old one cannot be renewed. */
export type Proof = () => Promise<string>;

export function proofOf(user: User): Proof {
  return () =>
    user.getIdToken().catch(() => {
      throw new ApiProblem('offline', 'There is no connection just now.');
    });
}

/** What to tell a person about a call that failed. */
export function problemSentence(problem: unknown): string {
  return problem instanceof ApiProblem
    ? (problem.body.errors?.[0]?.message ?? problem.message)
    : 'Something went wrong here. Please try again.';
}
