import { useRef, useState } from 'preact/hooks';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDismissal } from '../../ui/use-dismissal.ts';
import { InstallButton } from '../installed/install-button.tsx';
import { routeHref } from '../route/route.ts';
import { useWorkspace } from '../workspace/context.ts';
import { AVAILABILITY_WORDS, AvailabilityChoice } from './availability-choice.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { Portrait } from './portrait.tsx';
import { PresenceDot } from './presence-dot.tsx';
import { SignOut } from './sign-out.tsx';
import { StatusField } from './status-field.tsx';
import { words } from './words.ts';

/** The head of the rail. Without a rail, the screen `me` has the same. */
export function AccountMenu() {
  const { page, email, settings } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  useDismissal(ref, isOpen, () => setOpen(false));
  const name = page.value?.name ?? '';
  const { availability } = settings.value;
  return (
    <div ref={ref} class="relative">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={name ? undefined : words.account}
        onClick={() => setOpen(!isOpen)}
        class="flex h-11 w-full items-center gap-2.5 rounded-lg px-2 hover:bg-hover"
      >
        <span class="relative shrink-0">
          <Portrait class="size-7 text-xs" />
          <span class="absolute -end-0.5 -bottom-0.5 rounded-full bg-canvas p-0.5">
            <PresenceDot availability={availability} />
          </span>
        </span>
        <span dir="auto" class="truncate text-base font-semibold">
          {name}
        </span>
        {name && <span class="sr-only">{AVAILABILITY_WORDS[availability].name}</span>}
        <Icon name="more" class="ms-auto shrink-0 text-soft" />
      </button>
      {isOpen && (
        <div class="enter absolute start-0 z-20 mt-1 max-h-[calc(100dvh-4.5rem)] w-80 overflow-y-auto rounded-xl bg-raised p-4 text-sm shadow-raised">
          <p dir="auto" class="truncate text-base font-semibold">
            {name}
          </p>
          <p class="flex text-soft">
            <span dir="ltr" class="truncate">
              {email}
            </span>
          </p>
          {page.value && (
            <div class="mt-3 flex items-center border-t border-line pt-3">
              <a
                href={page.value.href}
                target="_blank"
                rel="noopener"
                class="min-w-0 grow rounded py-1 underline pointer-coarse:py-3 decoration-line underline-offset-3 [overflow-wrap:anywhere] hover:decoration-ink"
              >
                <bdi dir="ltr">{page.value.address}</bdi>
              </a>
              <CopyButton text={page.value.href} label={words.copyAddress} />
            </div>
          )}
          <div class="mt-3 border-t border-line pt-2">
            <AvailabilityChoice class="min-h-8 pointer-coarse:min-h-11" listClass="-mx-2.5" />
            <StatusField class="min-h-8 pointer-coarse:min-h-11" />
          </div>
          <div class="mt-2 border-t border-line pt-3">
            <a
              href={routeHref({ screen: 'settings' })}
              onClick={() => setOpen(false)}
              class="flex min-h-8 items-center gap-3 hover:underline pointer-coarse:min-h-11"
            >
              <Icon name="settings" class="shrink-0 text-soft" />
              {words.settings}
            </a>
            <LanguageChoice class="min-h-8 pointer-coarse:min-h-11" />
            <InstallButton class="flex min-h-8 w-full items-center gap-3 text-start pointer-coarse:min-h-11" />
          </div>
          <div class="mt-3 border-t border-line pt-3">
            <SignOut />
          </div>
        </div>
      )}
    </div>
  );
}
