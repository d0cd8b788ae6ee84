import type { ComponentChildren } from 'preact';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { VIEW_ORDER, type View } from '../conversations/view.ts';
import { VIEW_LOOKS } from '../conversations/view-looks.ts';
import { viewKey } from '../keys/keys.ts';
import { route } from '../route/history.ts';
import { routeHref } from '../route/route.ts';
import { useWorkspace } from '../workspace/context.ts';

/** The lists, below each other in the rail: the inbox, and apart from it what is not in it. */
export function ViewRail() {
  return (
    <ul class="flex flex-col gap-0.5">
      {VIEW_ORDER.map((view) => (
        <li key={view} class={view === 'requests' ? 'mt-3' : undefined}>
          <ViewLink
            view={view}
            class="flex h-8 items-center gap-2.5 rounded-lg px-2 text-sm font-medium text-soft hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink"
          >
            {VIEW_LOOKS[view].name}
            <Count view={view} class="ml-auto pr-1" />
          </ViewLink>
        </li>
      ))}
    </ul>
  );
}

/** The same beside each other, above the list. Five names are wider than a phone: the one that is looked at has its own. */
export function ViewTabs() {
  return (
    <ul class="flex min-w-0 rounded-lg bg-hover p-0.5 dark:bg-canvas">
      {VIEW_ORDER.map((view) => (
        <li key={view}>
          <ViewLink
            view={view}
            class="group flex h-7 min-w-9 items-center justify-center gap-1 rounded-md px-2 text-sm font-medium text-soft aria-[current]:bg-raised aria-[current]:text-ink aria-[current]:shadow-edge two:min-w-8 two:px-1.5 pointer-coarse:h-11 pointer-coarse:max-two:min-w-[clamp(2.5rem,11.3vw,2.75rem)]"
          >
            <span class="sr-only group-aria-[current]:not-sr-only">{VIEW_LOOKS[view].name}</span>
            <Count view={view} />
          </ViewLink>
        </li>
      ))}
    </ul>
  );
}

function ViewLink({ view, class: look, children }: { view: View; class: string; children: ComponentChildren }) {
  const { name, icon } = VIEW_LOOKS[view];
  const key = viewKey(view);
  return (
    <a
      href={routeHref({ view })}
      aria-current={route.value.view === view && route.value.screen === null ? 'page' : undefined}
      aria-keyshortcuts={key}
      title={`${name} (${key})`}
      class={look}
    >
      <Icon name={icon} class="shrink-0 group-aria-[current]:hidden" />
      {children}
    </a>
  );
}

/** Of the open ones, what is unread; of the requests, all that wait. */
function Count({ view, class: extra }: { view: View; class?: string }) {
  const { unread, requests } = useWorkspace();
  const { count, isAtLeast } = view === 'open' ? unread.value : view === 'requests' ? requests.value : { count: 0, isAtLeast: false };
  if (count === 0) return null;
  return (
    <span class={classes('text-xs tabular-nums', view === 'open' && 'font-semibold text-ink', extra)}>
      {count}
      {isAtLeast && '+'}
      <span class="sr-only">{view === 'open' ? ' unread' : ' waiting'}</span>
    </span>
  );
}
