import { setTimeout as wait } from 'node:timers/promises';
import { Unanswered } from '../google/answer.ts';
import type { Google } from '../google/google.ts';
import { holdingsOf, type Place, type Policy } from '../google/policy.ts';

export interface Grant {
  role: string;
  member: string;
}

const TRIES = 10;
/** For some seconds, policies and its own URL don't know a new account. */
const PAUSE_MS = 3000;

/**
 * Adds missing roles to the policy of a place and changes nothing else. Returns what it added. Retries if someone else wrote in between,
 * or if Google doesn't know a new account yet.
 */
export async function grantRoles(google: Google, place: Place, wanted: readonly Grant[], pauseMs = PAUSE_MS): Promise<Grant[]> {
  for (let tries = 1; ; tries++) {
    const policy = await place.read(google);
    if (policy === null) {
      if (tries === TRIES) throw new Unanswered(`Google returned no roles for ${place.what}.`);
      await wait(pauseMs);
      continue;
    }
    const held = holdingsOf(policy);
    const missing = wanted.filter(({ role, member }) => !held.some((one) => one.role === role && one.member === member && one.isAlways));
    if (missing.length === 0) return [];
    try {
      await place.write(google, withGrants(policy, missing));
      return missing;
    } catch (error) {
      if (!isPassing(error) || tries === TRIES) throw error;
      await wait(pauseMs);
    }
  }
}

/** Adds members to a policy. A binding with a condition stays as it is. */
export function withGrants(policy: Policy, grants: readonly Grant[]): Policy {
  const bindings = policy.bindings.map((binding) => ({ ...binding, members: [...binding.members] }));
  for (const { role, member } of grants) {
    const binding = bindings.find((one) => one.role === role && one.condition === undefined);
    if (binding) binding.members.push(member);
    else bindings.push({ role, members: [member] });
  }
  return { ...policy, bindings };
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Unanswered) || error.problem === null) return false;
  const { code, message } = error.problem;
  return code === 409 || (code === 400 && /does not exist/i.test(message));
}
