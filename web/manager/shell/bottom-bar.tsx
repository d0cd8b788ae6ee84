import { classes } from '../../ui/classes.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { countText } from '../conversations/count-text.ts';
import { route } from '../route/history.ts';
import { type Route, routeHref } from '../route/route.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { SCREEN_LOOKS } from './screen-looks.ts';
import { SpokenCount } from './spoken-count.tsx';
import { useTyping } from './use-typing.ts';

interface Tab {
  name: string;
  icon: IconName;
  href: string;
  leadsTo(route: Route): boolean;
}

const TABS: readonly Tab[] = [
  { name: words.inbox, icon: 'inbox', href: routeHref({}), leadsTo: ({ screen }) => screen === null || screen === 'search' },
  { ...SCREEN_LOOKS.page, href: routeHref({ screen: 'page' }), leadsTo: ({ screen }) => screen === 'page' },
  { ...SCREEN_LOOKS.share, href: routeHref({ screen: 'share' }), leadsTo: ({ screen }) => screen === 'share' },
  // This screen has the rail's other links.
  {
    ...SCREEN_LOOKS.me,
    href: routeHref({ screen: 'me' }),
    leadsTo: ({ screen }) => screen === 'me' || screen === 'numbers' || screen === 'contacts' || screen === 'settings',
  },
];

/** Links to every screen, where there is no rail. Hidden while the manager types, and on a phone in a conversation, which has the composer there. */
export function BottomBar() {
  const isTyping = useTyping();
  const { unread } = useWorkspace();
  if (isTyping.value) return null;
  const { count } = unread.value;
  const shown = countText(unread.value);
  return (
    <nav
      aria-label={words.main}
      data-bottom-bar={route.value.conversationId === null ? 'always' : 'wide'}
      class={classes(
        'shrink-0 border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] three:hidden',
        route.value.conversationId !== null && 'max-two:hidden',
      )}
    >
      <ul class="mx-auto grid h-14 max-w-lg grid-cols-4">
        {TABS.map(({ name, icon, href, leadsTo }) => (
          <li key={name} class="grid">
            <a
              href={href}
              aria-current={leadsTo(route.value) ? 'page' : undefined}
              class="group grid content-center justify-items-center gap-0.5 text-xs text-soft aria-[current]:font-medium aria-[current]:text-ink focus-visible:-outline-offset-4"
            >
              <span class="relative grid h-7 w-14 place-items-center rounded-full group-aria-[current]:bg-tint group-aria-[current]:text-accent forced-colors:group-aria-[current]:outline-1 forced-colors:group-aria-[current]:outline-solid">
                <Icon name={icon} class="size-5" />
                {icon === 'inbox' && count > 0 && (
                  <span class="absolute -top-0.5 start-8 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[0.6875rem] leading-none font-semibold text-on-accent tabular-nums forced-colors:outline-1 forced-colors:outline-solid">
                    <SpokenCount shown={shown} said={words.unreadCount({ count, shown })} />
                  </span>
                )}
              </span>
              <span class="max-w-full truncate px-1">{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
