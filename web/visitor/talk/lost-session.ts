import { ApiProblem } from '../../lib/api.ts';
import type { Keeper } from './keeper.ts';
import type { VisitorApi } from './visitor-api.ts';

/** Only this soon after the start: later, a missing session means that someone removed it. */
const JUST_STARTED_MS = 3600_000;

/**
 * Resumes with the stored code if another page's answer overwrote the cookie of a new conversation. Returns whether there is a session
 * again. Throws `ApiProblem` if the server can't be reached.
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
