import type { ComponentChildren } from 'preact';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { InstallButton } from '../installed/install-button.tsx';
import { installOffer } from '../installed/install-prompt.ts';
import { routeHref } from '../route/route.ts';
import { ClearLocalData } from '../settings/local-data/clear-local-data.tsx';
import { words as common } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { areRecentActsOpen, paletteTargets } from '../workspace/panels.ts';
import { AvailabilityChoice } from './availability-choice.tsx';
import { hasLanguages, LanguageChoice } from './language-choice.tsx';
import { Portrait } from './portrait.tsx';
import { SignOut } from './sign-out.tsx';
import { StatusField } from './status-field.tsx';
import { words } from './words.ts';

const LINE = 'flex h-12 w-full min-w-0 grow items-center gap-3 rounded-xl px-4 hover:bg-hover focus-visible:-outline-offset-2';

const CHOICE = 'min-h-12 rounded-xl px-4 hover:bg-hover focus-visible:-outline-offset-2';

function openRecentActs(): void {
  areRecentActsOpen.value = true;
}

/** The account on its own screen, where there is no rail for it. */
export function MeScreen() {
  const { page, email } = useWorkspace();
  const own = page.value;
  return (
    <div class="mx-auto flex w-full max-w-md flex-col px-5 py-8">
      <header class="flex items-center gap-4">
        <Portrait class="size-16 text-2xl" />
        <div class="min-w-0">
          <h1 dir="auto" class="truncate text-xl font-semibold tracking-[-0.015em]">
            {own?.name ?? words.me}
          </h1>
          <p class="flex text-base text-soft">
            <span dir="ltr" class="truncate">
              {email}
            </span>
          </p>
        </div>
      </header>
      <ul class="mt-8 divide-y divide-line rounded-xl border border-line bg-raised text-md">
        <li>
          <AvailabilityChoice class={CHOICE} listClass="px-1.5" />
        </li>
        <li>
          <StatusField class={CHOICE} formClass="px-4 pb-3" />
        </li>
      </ul>
      <ul class="mt-4 divide-y divide-line rounded-xl border border-line bg-raised text-md">
        {own && (
          <li class="flex items-center pe-1">
            <Line href={own.href} icon="open" isAway>
              <span class="truncate" dir="ltr" aria-hidden="true">
                {own.address}
              </span>
              <span class="sr-only">{words.opensInNewTab({ address: own.address })}</span>
            </Line>
            <CopyButton text={own.href} label={words.copyAddress} />
          </li>
        )}
        <li>
          <Line href={routeHref({ screen: 'contacts' })} icon="people">
            {common.contacts}
          </Line>
        </li>
        <li>
          <Line href={routeHref({ screen: 'numbers' })} icon="numbers">
            {words.stats}
          </Line>
        </li>
        <li>
          <Line href={routeHref({ screen: 'settings' })} icon="settings">
            {words.settings}
          </Line>
        </li>
        <li>
          <button type="button" aria-haspopup="dialog" onClick={() => (paletteTargets.value = [])} class={LINE}>
            <Icon name="search" class="shrink-0 text-soft" />
            {words.commands}
          </button>
        </li>
        <li>
          <button type="button" aria-haspopup="dialog" onClick={openRecentActs} class={LINE}>
            <Icon name="undo" class="shrink-0 text-soft" />
            {words.recentActions}
          </button>
        </li>
        {hasLanguages && (
          <li>
            <LanguageChoice class={CHOICE} />
          </li>
        )}
        {installOffer.value && (
          <li>
            <InstallButton class={LINE} />
          </li>
        )}
      </ul>
      <div class="mt-8">
        <SignOut />
      </div>
      <div class="mt-8 border-t border-line pt-6">
        <p class="mb-3 text-sm text-pretty text-soft">{words.localData}</p>
        <ClearLocalData />
      </div>
    </div>
  );
}

interface LineProps {
  href: string;
  icon: IconName;
  /** Whether the link leaves the dashboard. */
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
