import { Icon } from '../../ui/icon.tsx';
import { words } from '../words.ts';
import { connection } from './connection.ts';

/** Says that there is no connection, and how many replies wait for it. */
export function ConnectionNote({ queued }: { queued: number }) {
  const state = connection.value;
  return (
    <p role="status" class="text-xs text-soft">
      {state !== 'online' && (
        <span class="enter flex items-center gap-2 px-2 py-1.5">
          <Icon name="cloud" class="size-3.5 shrink-0" />
          {state === 'reconnecting' ? words.reconnecting : queued > 0 ? words.offlineQueued({ count: queued }) : words.offline}
        </span>
      )}
    </p>
  );
}
