import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { connection } from '../connection/connection.ts';
import { useWorkspace } from '../workspace/context.ts';
import { commitWrites, type Write } from './write-contacts.ts';

export type Saving = 'idle' | 'saving' | 'saved' | 'waiting' | 'refused';

/** How long “Saved” is shown. */
const SAID_MS = 2500;
/** After this, a write without an answer waits for the connection. */
const PATIENCE_MS = 2000;

/** Stores changes as they are made, and follows that. */
export function useWriting(): { saving: ReadonlySignal<Saving>; write(writes: readonly Write[]): void } {
  const { store } = useWorkspace();
  const saving = useSignal<Saving>('idle');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = (now: Saving) => {
    clearTimeout(timer.current);
    saving.value = now;
  };
  const write = (writes: readonly Write[]) => {
    say('saving');
    timer.current = setTimeout(() => connection.peek() === 'offline' && say('waiting'), PATIENCE_MS);
    commitWrites(store, writes).then(
      () => {
        say('saved');
        timer.current = setTimeout(() => say('idle'), SAID_MS);
      },
      () => say('refused'),
    );
  };
  return { saving, write };
}
