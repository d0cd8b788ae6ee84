import { signal } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { untilLoaded } from '../../lib/until-loaded.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { useDismissal } from '../../ui/use-dismissal.ts';
import { FURTHER_VIEWS, isMainView, VIEW_ORDER, type View } from '../conversations/view.ts';
import { looksOf } from '../conversations/view-looks.ts';
import { words as filing } from '../filing-words.ts';
import { viewKey } from '../keys/keys.ts';
import { route } from '../route/history.ts';
import { routeHref } from '../route/route.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { countText } from './count-text.ts';

const RAIL_LINK =
  'flex min-h-8 w-full items-center gap-2.5 rounded-lg px-2 text-sm font-medium text-soft hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:text-ink';
const MENU_LINK =
  'flex h-11 w-full items-center gap-3 rounded-lg px-3 text-md text-soft hover:bg-hover hover:text-ink aria-[current]:bg-hover aria-[current]:font-medium aria-[current]:text-ink focus-visible:-outline-offset-2';

export function ViewRail() {
  return (
    <ul class="flex flex-col gap-0.5">
      {VIEW_ORDER.map((view) => (
        <li key={view} class={view === 'requests' ? 'mt-3' : undefined}>
          <ViewLink view={view} class={RAIL_LINK}>
            {looksOf(view).name}
            <Count view={view} hasWords class="ms-auto pe-1" />
          </ViewLink>
        </li>
      ))}
      <FurtherViews look={RAIL_LINK} />
    </ul>
  );
}

/** Whether the other lists are shown. They stay so when the list changes. */
const areFurtherOpen = signal(false);

const labelLinks = signal<typeof import('../labels/label-links.tsx') | null>(null);

/** The other lists, below a button that shows them. */
function FurtherViews({ look, onFollow }: { look: string; onFollow?: () => void }) {
  const isOpen = areFurtherOpen.value || !isMainView(route.value.view);
  useEffect(() => {
    if (!isOpen) return;
    untilLoaded(() => import('../labels/label-links.tsx')).then((loaded) => {
      labelLinks.value = loaded;
    });
  }, [isOpen]);
  return (
    <>
      <li>
        <button
          type="button"
          aria-expanded={isOpen}
          class={classes(look, 'text-start')}
          onClick={() => {
            areFurtherOpen.value = !isOpen;
          }}
        >
          <Icon name="more" class={classes('shrink-0 transition-transform duration-150', isOpen && 'rotate-180')} />
          {filing.moreLists}
        </button>
      </li>
      {isOpen &&
        FURTHER_VIEWS.map((view) => (
          <li key={view}>
            <ViewLink view={view} class={look} onFollow={onFollow}>
              {looksOf(view).name}
            </ViewLink>
          </li>
        ))}
      {isOpen && labelLinks.value && (
        <labelLinks.value.LabelLinks
          look={look}
          link={(view, { name }, dot) => (
            <ViewLink view={view} icon={dot} class={look} onFollow={onFollow}>
              <span dir="auto" class="min-w-0 truncate">
                {name}
              </span>
            </ViewLink>
          )}
        />
      )}
    </>
  );
}

/** Without a rail: the name of the list, which opens the others, and a link to requests that wait. */
export function ViewTitle() {
  const { view } = route.value;
  const { requests } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLElement>(null);
  useDismissal(ref, isOpen, () => setOpen(false));
  useEffect(() => setOpen(false), [view]);
  return (
    <nav ref={ref} aria-label={words.lists} class="relative flex w-full items-center justify-between gap-3">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={words.otherLists({ list: looksOf(view).name })}
        onClick={() => setOpen(!isOpen)}
        class="-ms-1 flex h-11 min-w-0 items-center gap-1.5 rounded-lg px-2 text-xl font-semibold tracking-[-0.015em] hover:bg-hover"
      >
        <span class="truncate">{looksOf(view).name}</span>
        <Icon name="more" class={classes('size-4.5 shrink-0 text-soft transition-transform duration-150', isOpen && 'rotate-180')} />
      </button>
      {view !== 'requests' && requests.value.count > 0 && !isOpen && (
        <ViewLink
          view="requests"
          class="relative flex h-8 shrink-0 items-center gap-1.5 rounded-full bg-hover px-3 text-sm font-medium text-soft after:absolute after:-inset-1.5 hover:text-ink forced-colors:border"
        >
          {looksOf('requests').name}
          <Count view="requests" />
        </ViewLink>
      )}
      {isOpen && (
        <ul class="enter absolute start-0 top-full z-20 mt-1 max-h-[70dvh] w-60 overflow-y-auto rounded-xl bg-raised p-1.5 shadow-raised forced-colors:border">
          {VIEW_ORDER.map((listed) => (
            <li key={listed}>
              <ViewLink view={listed} onFollow={() => setOpen(false)} class={MENU_LINK}>
                {looksOf(listed).name}
                <Count view={listed} class="ms-auto pe-1" />
              </ViewLink>
            </li>
          ))}
          <FurtherViews look={MENU_LINK} onFollow={() => setOpen(false)} />
        </ul>
      )}
    </nav>
  );
}

interface LinkProps {
  view: View;
  /** In place of the list's icon. */
  icon?: VNode;
  class: string;
  onFollow?: (() => void) | undefined;
  children: ComponentChildren;
}

function ViewLink({ view, icon: mark, class: look, onFollow, children }: LinkProps) {
  const { name, icon } = looksOf(view);
  const key = viewKey(view);
  return (
    <a
      href={routeHref({ view })}
      aria-current={route.value.view === view && route.value.screen === null ? 'page' : undefined}
      aria-keyshortcuts={key}
      title={key && words.withKey({ label: name, key })}
      onClick={onFollow}
      class={look}
    >
      {mark ?? <Icon name={icon} class="shrink-0" />}
      {children}
    </a>
  );
}

interface CountProps {
  view: View;
  /** Whether there is room for the unit. */
  hasWords?: boolean;
  class?: string;
}

/** The unread count of the inbox, and the number of requests. */
function Count({ view, hasWords = false, class: extra }: CountProps) {
  const { unread, requests } = useWorkspace();
  if (view !== 'open' && view !== 'requests') return null;
  const counted = view === 'open' ? unread.value : requests.value;
  const { count } = counted;
  if (count === 0) return null;
  const shown = countText(counted);
  const message = view === 'open' ? words.unreadCount : words.waitingCount;
  return (
    <span class={classes('shrink-0 text-xs tabular-nums', view === 'open' && 'font-semibold text-ink', extra)}>
      {hasWords ? (
        message({ count, shown })
      ) : (
        <>
          <span aria-hidden="true">{shown}</span>
          <span class="sr-only">{message({ count, shown })}</span>
        </>
      )}
    </span>
  );
}
