import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { useDismissal } from '../../ui/use-dismissal.ts';
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
            <Count view={view} hasWords class="ml-auto pr-1" />
          </ViewLink>
        </li>
      ))}
    </ul>
  );
}

/** Without a rail: the name of the list, which opens the others, and whatever waits in one that is not looked at. */
export function ViewTitle() {
  const { view } = route.value;
  const { requests } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLElement>(null);
  useDismissal(ref, isOpen, () => setOpen(false));
  useEffect(() => setOpen(false), [view]);
  return (
    <nav ref={ref} aria-label="Views" class="relative flex w-full items-center justify-between gap-3">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={`${VIEW_LOOKS[view].name}, other lists`}
        onClick={() => setOpen(!isOpen)}
        class="-ms-1 flex h-11 min-w-0 items-center gap-1.5 rounded-lg px-2 text-xl font-semibold tracking-[-0.015em] hover:bg-hover"
      >
        <span class="truncate">{VIEW_LOOKS[view].name}</span>
        <Icon name="more" class={classes('size-4.5 shrink-0 text-soft transition-transform duration-150', isOpen && 'rotate-180')} />
      </button>
      {view !== 'requests' && requests.value.count > 0 && !isOpen && (
        <ViewLink
          view="requests"
          class="relative flex h-8 shrink-0 items-center gap-1.5 rounded-full bg-hover px-3 text-sm font-medium text-soft after:absolute after:-inset-1.5 hover:text-ink forced-colors:border"
        >
          {VIEW_LOOKS.requests.name}
          <Count view="requests" />
        </ViewLink>
      )}
      {isOpen && (
        <ul class="enter absolute start-0 top-full z-20 mt-1 w-60 rounded-xl bg-raised p-1.5 shadow-raised forced-colors:border">
          {VIEW_ORDER.map((listed) => (
            <li key={listed}>
              <ViewLink
                view={listed}
                onFollow={() => setOpen(false)}
                class="flex h-11 items-center gap-3 rounded-lg px-3 text-md text-soft hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-ink focus-visible:-outline-offset-2"
              >
                {VIEW_LOOKS[listed].name}
                <Count view={listed} class="ms-auto pe-1" />
              </ViewLink>
            </li>
          ))}
        </ul>
      )}
    </nav>
  );
}

interface LinkProps {
  view: View;
  class: string;
  onFollow?(): void;
  children: ComponentChildren;
}

function ViewLink({ view, class: look, onFollow, children }: LinkProps) {
  const { name, icon } = VIEW_LOOKS[view];
  const key = viewKey(view);
  return (
    <a
      href={routeHref({ view })}
      aria-current={route.value.view === view && route.value.screen === null ? 'page' : undefined}
      aria-keyshortcuts={key}
      title={`${name} (${key})`}
      onClick={onFollow}
      class={look}
    >
      <Icon name={icon} class="shrink-0" />
      {children}
    </a>
  );
}

interface CountProps {
  view: View;
  /** Whether there is room to say what is counted. */
  hasWords?: boolean;
  class?: string;
}

/** Of the inbox, how many are unread; of the requests, how many wait. */
function Count({ view, hasWords = false, class: extra }: CountProps) {
  const { unread, requests } = useWorkspace();
  const { count, isAtLeast } = view === 'open' ? unread.value : view === 'requests' ? requests.value : { count: 0, isAtLeast: false };
  if (count === 0) return null;
  return (
    <span class={classes('text-xs tabular-nums', view === 'open' && 'font-semibold text-ink', extra)}>
      {count}
      {isAtLeast && '+'}
      <span class={hasWords ? 'font-normal' : 'sr-only'}>{view === 'open' ? ' unread' : ' waiting'}</span>
    </span>
  );
}
