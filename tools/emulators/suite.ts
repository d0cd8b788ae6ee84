import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Command, spawnEmulators } from './command.ts';
import { origin } from './config.ts';
import { type ExportRequest, saveVia } from './export.ts';
import { endMarked } from './processes.ts';
import { fromRoot, type RunFolder } from './run-folder.ts';
import { Sentence } from './sentence.ts';
import { aborted } from './signals.ts';

/** The start takes twelve seconds on a quiet machine and ten times as long on a busy one. After this, it hangs. */
const READY_MS = 10 * 60_000;
/** Includes saving all data. */
const STOP_MS = 60_000;
const ANSWER_MS = 60_000;

export interface SuiteOptions extends Command {
  signal?: AbortSignal;
  onLine?: (line: string) => void;
}

export interface Suite {
  /** Resolves when one of the emulators, or all of them, have ended. */
  ended: Promise<void>;
  /** Saves the data of Auth, Firestore and Storage to a folder, all or nothing. Throws if that fails. */
  save(path: string): Promise<void>;
  /** Makes the emulators save to that folder if this process dies without stopping them. */
  saveIfOrphaned(path: string): void;
  stop(): Promise<void>;
}

/**
 * Starts the emulators and waits until they are ready. Throws a `Sentence` if they don't start, and the signal's reason if it was aborted;
 * no process is left running then. Nothing is saved before they are ready: half of the data would replace the whole.
 */
export async function startSuite(options: SuiteOptions): Promise<Suite> {
  const { folder, ports, only, signal } = options;
  const child = await spawnEmulators(options, markOf(folder));
  const story = follow(child, options);
  const stop = async () => {
    child.kill('SIGINT');
    await Promise.race([story.exit, after(STOP_MS)]);
    await endMarked(markOf(folder));
  };
  const why = await Promise.race([
    story.ready.then(() => null),
    story.exit.then(() => 'firebase-tools exited'),
    after(READY_MS).then(() => `they were not ready after ${READY_MS / 60_000} minutes`),
    aborted(signal).then(() => 'they were stopped'),
  ]);
  // firebase-tools says it is ready even if the functions' code did not load.
  const needsFunctions = only === undefined || only.includes('functions');
  const fault = why ?? (needsFunctions && !(await hasFunctions(ports.functions)) ? 'no function could be loaded' : null);
  if (fault !== null) {
    await stop();
    signal?.throwIfAborted();
    const reasons = story.errors.map((line) => line.replace(/^[^\w]+/, '').replace(/\.$/, ''));
    throw new Sentence(`The emulators did not start: ${reasons.join('; ') || fault}. Their log is ${fromRoot(folder.log)}.`);
  }
  return {
    ended: story.ended,
    save: (path) => saveVia(exportRequest(ports.hub, path)),
    saveIfOrphaned: (path) => child.send(exportRequest(ports.hub, path)),
    stop,
  };
}

/** The mark of a run's processes. Each launcher has its own. */
export function markOf(folder: RunFolder): string {
  return `${folder.name}:${process.pid}`;
}

interface Story {
  ready: Promise<void>;
  /** firebase-tools keeps running if an emulator dies. */
  ended: Promise<void>;
  exit: Promise<void>;
  errors: string[];
}

function follow(child: ChildProcess, { folder, onLine }: SuiteOptions): Story {
  const log = createWriteStream(folder.log);
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const exit = Promise.withResolvers<void>();
  const story: Story = { ready: ready.promise, ended: ended.promise, exit: exit.promise, errors: [] };
  const read = (line: string) => {
    log.write(`${line}\n`);
    if (line.includes('All emulators ready!')) ready.resolve();
    if (/emulator has exited/i.test(line)) ended.resolve();
    if (/^\W*(Error:|.*(Could not start|Failed to load|has exited))/.test(line)) story.errors.push(line.trim());
    onLine?.(line);
  };
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', read);
  child.once('close', () => {
    log.end();
    ended.resolve();
    exit.resolve();
  });
  return story;
}

const Backends = z.object({ backends: z.array(z.object({ functionTriggers: z.array(z.unknown()) })) });

async function hasFunctions(port: number): Promise<boolean> {
  const answer = await fetch(`${origin(port)}/backends`, { signal: AbortSignal.timeout(ANSWER_MS) });
  return Backends.parse(await answer.json()).backends.some(({ functionTriggers }) => functionTriggers.length > 0);
}

/** The hub exports to its own folder first, and replaces `path` with it at the end. */
function exportRequest(hubPort: number, path: string): ExportRequest {
  return { address: `${origin(hubPort)}/_admin/export`, body: JSON.stringify({ path, initiatedBy: 'launcher' }) };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
