import { ApiProblem } from '../../lib/api.ts';
import type { Keeper } from './keeper.ts';
import type { VisitorApi } from './visitor-api.ts';

/** Only so soon after the start: later, a session is missing because somebody has removed it. */
const JUST_STARTED_MS = 3600_000;

/**
 * Resumes with the code that this browser keeps, when the cookie of a start was lost to the answer of another page. Returns whether there
 * is a session again. Throws `ApiProblem` when the server can't be asked.
 */
export async function regainSession(keeper: Keeper, api: Pick<VisitorApi, 'resume'>): Promise<boolean> {
  const { code, startedAt = 0 } = keeper.read();
  if (!code || Date.now() - startedAt >= JUST_STARTED_MS) return false;
  try {
    await api.resume(code);
    return true;
  } catch (cause) {
    if (cause instanceof ApiProblem && cause.code === 'unknown-code') return false;
    throw cause;
  }
}
