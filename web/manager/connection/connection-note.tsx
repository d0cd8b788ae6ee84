import { Icon } from '../../ui/icon.tsx';
import { connection } from './connection.ts';

/** A quiet word when this browser is cut off. */
export function ConnectionNote() {
  const state = connection.value;
  return (
    <p role="status" class="text-xs text-soft">
      {state !== 'online' && (
        <span class="enter flex items-center gap-2 px-2 py-1.5">
          <Icon name="cloud" class="size-3.5 shrink-0" />
          {state === 'offline' ? 'Offline' : 'Reconnecting …'}
        </span>
      )}
    </p>
  );
}
