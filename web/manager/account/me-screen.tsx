import type { ComponentChildren } from 'preact';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { routeHref } from '../route/route.ts';
import { useWorkspace } from '../workspace/context.ts';
import { areRecentActsOpen } from '../workspace/panels.ts';
import { Portrait } from './portrait.tsx';
import { SignOut } from './sign-out.tsx';

const LINE = 'flex h-12 w-full min-w-0 grow items-center gap-3 rounded-xl px-4 hover:bg-hover focus-visible:-outline-offset-2';

function openRecentActs(): void {
  areRecentActsOpen.value = true;
}

/** The account on its own screen, where there is no rail for it: who is signed in, the page, and the way out. */
export function MeScreen() {
  const { page, email } = useWorkspace();
  const own = page.value;
  return (
    <div class="mx-auto flex w-full max-w-md flex-col px-5 py-8">
      <header class="flex items-center gap-4">
        <Portrait class="size-16 text-2xl" />
        <div class="min-w-0">
          <h1 dir="auto" class="truncate text-xl font-semibold tracking-[-0.015em]">
            {own?.name ?? 'Me'}
          </h1>
          <p class="truncate text-base text-soft">{email}</p>
        </div>
      </header>
      <ul class="mt-8 divide-y divide-line rounded-xl border border-line bg-raised text-md">
        {own && (
          <li class="flex items-center pe-1">
            <Line href={own.href} icon="open" isAway>
              <span class="truncate" dir="ltr">
                {own.address}
              </span>
              <span class="sr-only">, your page, in a new tab</span>
            </Line>
            <CopyButton text={own.href} what="your page’s address" />
          </li>
        )}
        <li>
          <Line href={routeHref({ screen: 'numbers' })} icon="numbers">
            Numbers
          </Line>
        </li>
        <li>
          <button type="button" aria-haspopup="dialog" onClick={openRecentActs} class={LINE}>
            <Icon name="undo" class="shrink-0 text-soft" />
            Recent actions
          </button>
        </li>
      </ul>
      <div class="mt-8">
        <SignOut />
      </div>
    </div>
  );
}

interface LineProps {
  href: string;
  icon: IconName;
  /** Whether it leads out of the dashboard. */
  isAway?: boolean;
  children: ComponentChildren;
}

function Line({ href, icon, isAway = false, children }: LineProps) {
  return (
    <a href={href} class={LINE} {...(isAway ? { target: '_blank', rel: 'noopener' } : {})}>
      <Icon name={icon} class="shrink-0 text-soft" />
      {children}
    </a>
  );
}
