import { origin } from './config.ts';

const EVERY_MS = 60_000;
const ANSWER_MS = 60_000;

/**
 * Runs a scheduled function every minute, as the emulators run none: mails would never be sent. A failed run is in the emulators' log, and
 * the next one follows.
 */
export function runEveryMinute(name: string, projectId: string, functionsPort: number): { stop(): void } {
  const timer = setInterval(() => {
    runScheduled(name, projectId, origin(functionsPort)).catch(() => {});
  }, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

/** Returns whether it ran. */
export async function runScheduled(name: string, projectId: string, functions: string): Promise<boolean> {
  const region = `${functions}/${projectId}/europe-west1`;
  const address = `${region}/${name}-${await generationOf(name, region)}`;
  const headers = { 'content-type': 'application/json' };
  const { ok } = await fetch(address, { method: 'POST', headers, body: '{}', signal: AbortSignal.timeout(ANSWER_MS) });
  return ok;
}

/**
 * The emulator adds a generation to the names of triggers, which rises when they were turned off and on (`withoutTriggers`); calls of an
 * earlier one do nothing. Only its answer to a wrong name lists them.
 */
async function generationOf(name: string, region: string): Promise<number> {
  const answer = await fetch(`${region}/none`, { signal: AbortSignal.timeout(ANSWER_MS) });
  const generations = (await answer.text()).matchAll(new RegExp(`-${name}-(\\d+)\\b`, 'g'));
  return Math.max(0, ...[...generations].map(([, number]) => Number(number)));
}
