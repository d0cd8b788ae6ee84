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

/** Twelve seconds on a quiet machine. By then they hang: a busy one takes ten times as long. */
const READY_MS = 10 * 60_000;
/** Ending includes saving everything. */
const STOP_MS = 60_000;
const ANSWER_MS = 60_000;

export interface SuiteOptions extends Command {
  /** Gives up waiting. */
  signal?: AbortSignal;
  /** Sees every line that the emulators log. */
  onLine?: (line: string) => void;
}

/** The running emulators of one run. */
export interface Suite {
  /** Resolves when one of the emulators has ended, or all. */
  ended: Promise<void>;
  /** Saves the data of Auth, Firestore and Storage to a folder, all or nothing. Throws where that fails. */
  save(path: string): Promise<void>;
  /** Has the emulators save to that folder by themselves, should this process die without ending them. */
  saveIfOrphaned(path: string): void;
  /** Ends every process of the run. */
  stop(): Promise<void>;
}

/**
 * Starts the emulators and waits until they are ready. Throws a `Sentence` where they do not come up, and the signal's reason where it was
 * aborted; nothing is left running then. Nothing is saved before they are ready either: half of the data would replace the whole.
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
    story.exit.then(() => 'firebase-tools ended by itself'),
    after(READY_MS).then(() => `they were not ready after ${READY_MS / 60_000} minutes`),
    aborted(signal).then(() => 'they were told to end'),
  ]);
  // firebase-tools calls itself ready even where the functions' code did not load.
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

/** What marks the processes of a run: one launcher, one mark. */
export function markOf(folder: RunFolder): string {
  return `${folder.name}:${process.pid}`;
}

interface Story {
  ready: Promise<void>;
  /** firebase-tools lives on where an emulator has died. */
  ended: Promise<void>;
  exit: Promise<void>;
  /** What the emulators complained of, in their words. */
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

/** The hub's request for an export: it writes to a folder of its own first, and swaps it for `path` in the end. */
function exportRequest(hubPort: number, path: string): ExportRequest {
  return { address: `${origin(hubPort)}/_admin/export`, body: JSON.stringify({ path, initiatedBy: 'launcher' }) };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
