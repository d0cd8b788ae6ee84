import { computed, signal } from '@preact/signals';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { untilLoaded } from '../../lib/until-loaded.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { useDismissal } from '../../ui/use-dismissal.ts';
import { countText } from '../conversations/count-text.ts';
import { isMainView, labelIn, VIEW_ORDER, type View } from '../conversations/view.ts';
import { looksOf } from '../conversations/view-looks.ts';
import { words as filing } from '../filing-words.ts';
import { viewKey } from '../keys/keys.ts';
import { route } from '../route/history.ts';
import { routeHref } from '../route/route.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { SpokenCount } from './spoken-count.tsx';

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
const areFurtherShown = computed(() => areFurtherOpen.value || !isMainView(route.value.view));

const late = signal<typeof import('./late-views.ts') | null>(null);

/** The other lists, below a button that shows them. */
function FurtherViews({ look, onFollow }: { look: string; onFollow?: () => void }) {
  const isOpen = areFurtherShown.value;
  useEffect(() => {
    if (!isOpen) return;
    untilLoaded(() => import('./late-views.ts')).then((loaded) => {
      late.value = loaded;
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
      {isOpen && late.value && (
        <late.value.FurtherLinks
          look={look}
          link={(view, content, icon) => (
            <ViewLink view={view} icon={icon} class={look} onFollow={onFollow}>
              {content}
            </ViewLink>
          )}
        />
      )}
    </>
  );
}

/** Without a rail: the name of the list, which opens the others. */
export function ViewTitle() {
  const { view } = route.value;
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLElement>(null);
  useDismissal(ref, isOpen, () => setOpen(false));
  useEffect(() => setOpen(false), [view]);
  return (
    <nav ref={ref} aria-label={words.lists} class="relative flex w-full">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={words.otherLists({ list: looksOf(view).name })}
        onClick={() => setOpen(!isOpen)}
        class="-ms-1 flex h-11 min-w-0 items-center gap-1.5 rounded-lg px-2 text-xl font-semibold tracking-[-0.015em] hover:bg-hover"
      >
        <span dir={labelIn(view) === null ? undefined : 'auto'} class="truncate">
          {looksOf(view).name}
        </span>
        <Icon name="more" class={classes('size-4.5 shrink-0 text-soft transition-transform duration-150', isOpen && 'rotate-180')} />
      </button>
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

/** Without a rail: a link to the requests that wait. It has its own row, because next to a list's name there is no room in most languages. */
export function WaitingRequests() {
  if (route.value.view === 'requests' || useWorkspace().requests.value.count === 0) return null;
  return (
    <div class="px-2 pb-1 three:hidden">
      <ViewLink
        view="requests"
        class="flex h-11 items-center gap-3 rounded-xl bg-hover px-3 text-md font-medium text-soft hover:text-ink forced-colors:border"
      >
        {looksOf('requests').name}
        <Count view="requests" class="ms-auto pe-1" />
      </ViewLink>
    </div>
  );
}

interface LinkProps {
  view: View;
  /** In place of the list's icon. */
  icon?: VNode | undefined;
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

/** The unread count of the inbox, the number of requests, and that of what is snoozed, which is counted with the other lists. */
function Count({ view, hasWords = false, class: extra }: CountProps) {
  const { unread, requests } = useWorkspace();
  if (view === 'snoozed') return areFurtherShown.value && late.value && <late.value.ViewCount view={view} />;
  if (view !== 'open' && view !== 'requests') return null;
  const counted = view === 'open' ? unread.value : requests.value;
  const { count } = counted;
  if (count === 0) return null;
  const shown = countText(counted);
  const message = view === 'open' ? words.unreadCount : words.waitingCount;
  return (
    <span class={classes('shrink-0 text-xs tabular-nums', view === 'open' && 'font-semibold text-ink', extra)}>
      {hasWords ? message({ count, shown }) : <SpokenCount shown={shown} said={message({ count, shown })} />}
    </span>
  );
}
