import { signal } from '@preact/signals';
import { untilLoaded } from '../../lib/until-loaded.ts';

/** The composer's tools; `null` until they are loaded. The field works without them. */
export const writing = signal<typeof import('../writing/writing.ts') | null>(null);

let isLoading = false;

export function loadWriting(): void {
  if (isLoading) return;
  isLoading = true;
  untilLoaded(() => import('../writing/writing.ts')).then((loaded) => {
    writing.value = loaded;
  });
}
