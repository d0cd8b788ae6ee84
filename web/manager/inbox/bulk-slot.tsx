import { useSignal, useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useWorkspace } from '../workspace/context.ts';

/** The bar of what is selected, loaded with the first selection. Without a connection and a copy of it, the keys still act. */
export function BulkSlot() {
  const { selection } = useWorkspace();
  const loaded = useSignal<{ BulkBar: ComponentType } | null>(null);
  useSignalEffect(() => {
    if (selection.ids.value.size === 0 || loaded.peek()) return;
    import('./bulk-bar.tsx').then(
      (found) => {
        loaded.value = found;
      },
      () => {},
    );
  });
  return loaded.value && <loaded.value.BulkBar />;
}
