import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FirebaseConfig, portsOf } from './config.ts';
import type { Ports } from './ports.ts';
import { ROOT } from './run-folder.ts';

/** The project of `npm start`. */
export const START_PROJECT = 'demo-foyer';

/** The ports of an `npm start` that is running, whichever it took; `null` if none is. */
export async function portsOfStart(): Promise<Ports | null> {
  const config = await readFile(join(ROOT, '.firebase.start.json'), 'utf8').catch(() => null);
  return config === null ? null : portsOf(FirebaseConfig.parse(JSON.parse(config)));
}

/** Runs `act` while the emulators call no function for what is written, such as a notification for each message. */
export async function withoutTriggers(hub: string, act: () => Promise<void>): Promise<void> {
  await turnTriggers(hub, 'disable');
  try {
    await act();
  } finally {
    await turnTriggers(hub, 'enable');
  }
}

async function turnTriggers(hub: string, turn: 'enable' | 'disable'): Promise<void> {
  const answer = await fetch(`${hub}/functions/${turn}BackgroundTriggers`, { method: 'PUT' });
  if (!answer.ok) throw new Error(`The emulators didn't ${turn} their triggers: ${await answer.text()}`);
}
