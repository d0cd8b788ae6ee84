import type { Settings } from '@foyer/domain/settings';
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { connection } from '../../connection/connection.ts';
import { useWorkspace } from '../../workspace/context.ts';

export type Saving = 'idle' | 'saving' | 'saved' | 'waiting' | 'refused';

/** How long “Saved” is shown. */
const SAID_MS = 2500;
/** After this, a write without an answer waits for the connection. */
const PATIENCE_MS = 2000;

/** Stores a setting as it is chosen, and follows that: the screen shows the choice immediately, and the old one again if it is refused. */
export function useSaving(): { saving: ReadonlySignal<Saving>; save(changed: Partial<Settings>): void } {
  const { changeSettings } = useWorkspace();
  const saving = useSignal<Saving>('idle');
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = (changed: Partial<Settings>) => {
    const own = ++latest.current;
    const say = (next: Saving) => {
      if (own !== latest.current) return;
      clearTimeout(timer.current);
      saving.value = next;
    };
    say('saving');
    timer.current = setTimeout(() => connection.peek() === 'offline' && say('waiting'), PATIENCE_MS);
    changeSettings(changed).then(
      () => {
        say('saved');
        timer.current = setTimeout(() => say('idle'), SAID_MS);
      },
      () => say('refused'),
    );
  };
  return { saving, save };
}
