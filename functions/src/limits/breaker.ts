import { type BreakerMode, readBreakerMode } from '@foyer/domain/breaker';
import type { Platform } from '../cloud.ts';
import { Problem } from '../http/problem.ts';
import { logs } from '../logs.ts';
import { perInstance } from '../per-instance.ts';

const FRESH_MS = 30_000;
const PAUSE_MS = 60_000;

interface Memory {
  known: { mode: BreakerMode; checkedAt: number } | null;
}
const memoryOf = perInstance<Platform, Memory>(() => ({ known: null }));

/** The mode of the site (domain/breaker.ts): one read per thirty seconds. While the store fails, the last mode stays. */
export async function breakerMode(platform: Platform): Promise<BreakerMode> {
  const memory = memoryOf(platform);
  const { known } = memory;
  if (known && platform.steadyNow() - known.checkedAt < FRESH_MS) return known.mode;
  const mode = await readMode(platform).catch((cause: unknown) => {
    logs.limitsUnavailable(cause);
    return known?.mode ?? 'normal';
  });
  memory.known = { mode, checkedAt: platform.steadyNow() };
  return mode;
}

/** Throws `sending-paused`. */
export async function refuseWhenReadOnly(platform: Platform): Promise<void> {
  refuseReadOnly(await breakerMode(platform));
}

/** `mustProve` if everyone needs a proof. Throws `new-conversations-paused` or `sending-paused`. */
export async function admitNewConversations(platform: Platform): Promise<{ mustProve: boolean }> {
  const mode = await breakerMode(platform);
  refuseReadOnly(mode);
  if (mode === 'existing') throw new Problem('new-conversations-paused', { retryAfterMs: PAUSE_MS });
  return { mustProve: mode === 'challenge' };
}

function refuseReadOnly(mode: BreakerMode): void {
  if (mode === 'read-only') throw new Problem('sending-paused', { retryAfterMs: PAUSE_MS });
}

async function readMode(platform: Platform): Promise<BreakerMode> {
  const stored = (await (await platform.tables()).breaker().get()).data();
  const { mode, unknown } = readBreakerMode(stored);
  if (unknown !== null) logs.breakerModeUnknown(unknown, mode);
  return mode;
}
