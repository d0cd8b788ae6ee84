import { dayAt } from '@foyer/domain/days';
import { signal } from '@preact/signals';
import { saveFile } from '../../../lib/save-file.ts';
import type { Firebase } from '../../firebase/firebase.ts';
import type { Counts } from './archive.ts';
import { discardArchiveFile, openArchiveFile } from './archive-file.ts';

export type Export =
  | { phase: 'idle' | 'failed' }
  | { phase: 'running'; conversations: number; messages: number; isWaiting: boolean }
  | { phase: 'done'; name: string; conversations: number; messages: number };

/** The export of this tab. It continues when the manager goes to another screen. */
export const exporting = signal<Export>({ phase: 'idle' });

/** The download is a copy of a file on the same machine. */
const KEPT_MS = 5 * 60_000;

let running: AbortController | null = null;

interface Wanted {
  firebase: Firebase;
  managerId: string;
  slug: string;
  readme: string;
}

/** Saves one archive with everything, or nothing. Does nothing while an export is running. */
export async function exportEverything({ firebase, managerId, slug, readme }: Wanted): Promise<void> {
  if (running) return;
  const stop = new AbortController();
  running = stop;
  const now = new Date();
  let counts: Counts = { conversations: 0, messages: 0, notes: 0 };
  let isWaiting = false;
  const show = () => {
    const { conversations, messages } = counts;
    if (running === stop) exporting.value = { phase: 'running', conversations, messages, isWaiting };
  };
  addEventListener('beforeunload', warn);
  show();
  try {
    const [{ makeZip }, { archiveEntries }, { openArchiveSource }] = await Promise.all([
      import('client-zip'),
      import('./archive.ts'),
      import('./archive-source.ts'),
    ]);
    await discardArchiveFile();
    const archive = await openArchiveFile();
    const source = openArchiveSource(firebase, {
      signal: stop.signal,
      waiting(waits) {
        if (waits === isWaiting) return;
        isWaiting = waits;
        show();
      },
    });
    const entries = archiveEntries(source, {
      managerId,
      origin: location.origin,
      now,
      readme,
      counted(known) {
        counts = { ...known };
        show();
      },
    });
    await makeZip(entries).pipeTo(archive.writable, { signal: stop.signal });
    const name = `foyer-${slug}-${dayAt(now.getTime())}.zip`;
    saveFile(await archive.file(), name);
    setTimeout(discardArchiveFile, KEPT_MS);
    exporting.value = { phase: 'done', name, conversations: counts.conversations, messages: counts.messages };
  } catch {
    exporting.value = { phase: stop.signal.aborted ? 'idle' : 'failed' };
  } finally {
    removeEventListener('beforeunload', warn);
    running = null;
  }
}

export function cancelExport(): void {
  running?.abort();
}

function warn(event: Event): void {
  event.preventDefault();
}
