import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { now } from '../connection/clock.ts';
import type { Deletion } from '../conversations/deletions.ts';
import { words } from '../words.ts';
import { rowTime } from './row-time.ts';

/** Takes the place of a conversation that its visitor deleted, for 30 days or until the manager dismisses it. */
export function DeletionRow({ deletion: { deletedAtMs }, onDismiss }: { deletion: Deletion; onDismiss(): void }) {
  return (
    <li class="mx-2 flex min-h-11 items-center gap-2 py-1 px-1.5 text-sm text-soft">
      <Icon name="bin" class="size-3.5 shrink-0" />
      <span class="grow text-pretty">{words.conversationDeleted}</span>
      <time class="text-xs tabular-nums" dateTime={new Date(deletedAtMs).toISOString()}>
        {rowTime(deletedAtMs, now.value)}
      </time>
      <IconButton icon="close" label={words.dismiss} class="size-7!" onClick={onDismiss} />
    </li>
  );
}
