import type { Status } from '@foyer/domain/conversation';
import { classes } from '../../ui/classes.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { route } from '../route/history.ts';
import { routeHref } from '../route/route.ts';
import { useWorkspace } from './context.ts';

export const VIEWS: readonly { view: Status; name: string; icon: IconName }[] = [
  { view: 'open', name: 'Open', icon: 'inbox' },
  { view: 'snoozed', name: 'Snoozed', icon: 'clock' },
  { view: 'closed', name: 'Closed', icon: 'check' },
];

/** The three lists, below each other in the rail. */
export function ViewRail() {
  return (
    <ul class="flex flex-col gap-0.5">
      {VIEWS.map(({ view, name, icon }) => (
        <li key={view}>
          <a
            href={routeHref({ view, conversationId: null })}
            aria-current={route.value.view === view ? 'page' : undefined}
            class="flex h-8 items-center gap-2.5 rounded-lg px-2 text-sm font-medium text-soft hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink"
          >
            <Icon name={icon} />
            {name}
            {view === 'open' && <UnreadCount class="ml-auto pr-1" />}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The same beside each other, above the list. */
export function ViewTabs() {
  return (
    <ul class="flex min-w-0 rounded-lg bg-hover p-0.5 dark:bg-canvas">
      {VIEWS.map(({ view, name }) => (
        <li key={view}>
          <a
            href={routeHref({ view, conversationId: null })}
            aria-current={route.value.view === view ? 'page' : undefined}
            class="flex h-7 items-center gap-1.5 rounded-md px-2.5 text-sm font-medium text-soft aria-[current]:bg-raised aria-[current]:text-ink aria-[current]:shadow-edge pointer-coarse:h-11 pointer-coarse:px-3"
          >
            {name}
            {view === 'open' && <UnreadCount />}
          </a>
        </li>
      ))}
    </ul>
  );
}

function UnreadCount({ class: extra }: { class?: string }) {
  const { count, isAtLeast } = useWorkspace().unread.value;
  if (count === 0) return null;
  return (
    <span class={classes('text-xs font-semibold text-ink tabular-nums', extra)}>
      {count}
      {isAtLeast && '+'}
      <span class="sr-only"> unread</span>
    </span>
  );
}
