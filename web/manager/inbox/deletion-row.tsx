import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { now } from '../connection/clock.ts';
import type { Deletion } from '../conversations/deletions.ts';
import { rowTime } from './row-time.ts';

/** Stands for 30 days where a conversation was that its visitor deleted, or until the manager has seen it. */
export function DeletionRow({ deletion: { deletedAtMs }, onDismiss }: { deletion: Deletion; onDismiss(): void }) {
  return (
    <li class="mx-2 flex min-h-11 items-center gap-2 py-1 pr-1.5 pl-1.5 text-sm text-soft">
      <Icon name="bin" class="size-3.5 shrink-0" />
      <span class="grow text-pretty">The visitor deleted this conversation</span>
      <time class="text-xs tabular-nums" dateTime={new Date(deletedAtMs).toISOString()}>
        {rowTime(deletedAtMs, now.value)}
      </time>
      <IconButton icon="close" label="Dismiss" class="size-7!" onClick={onDismiss} />
    </li>
  );
}
