import { ApiProblem } from '../../lib/api.ts';
import { spoken } from '../talk/notice.ts';

/** Why something failed, for the person who asked for it; with how long to wait, where the server knows. */
export function sentenceOf(cause: unknown): string {
  if (!(cause instanceof ApiProblem)) return 'Something went wrong here. Please try again.';
  const { retryAfterSeconds } = cause.body;
  return retryAfterSeconds ? `${cause.message} You can try again in ${spoken(retryAfterSeconds * 1000)}.` : cause.message;
}
