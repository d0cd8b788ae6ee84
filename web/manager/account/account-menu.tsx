import { useRef, useState } from 'preact/hooks';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDismissal } from '../../ui/use-dismissal.ts';
import { useWorkspace } from '../workspace/context.ts';
import { Portrait } from './portrait.tsx';
import { SignOut } from './sign-out.tsx';

/** Who is signed in, and the way out: the head of the rail. Without a rail, the screen `me` has the same. */
export function AccountMenu() {
  const { page, email } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const ref = useRef<HTMLDivElement>(null);
  useDismissal(ref, isOpen, () => setOpen(false));
  const name = page.value?.name ?? '';
  return (
    <div ref={ref} class="relative">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-label={name ? undefined : 'Account'}
        onClick={() => setOpen(!isOpen)}
        class="flex h-11 w-full items-center gap-2.5 rounded-lg px-2 hover:bg-hover"
      >
        <Portrait class="size-7 text-xs" />
        <span dir="auto" class="truncate text-base font-semibold">
          {name}
        </span>
        <Icon name="more" class="ml-auto shrink-0 text-soft" />
      </button>
      {isOpen && (
        <div class="enter absolute left-0 z-20 mt-1 w-70 rounded-xl bg-raised p-4 text-sm shadow-raised">
          <p dir="auto" class="truncate text-base font-semibold">
            {name}
          </p>
          <p class="truncate text-soft">{email}</p>
          {page.value && (
            <div class="mt-3 flex items-center border-t border-line pt-3">
              <a
                href={page.value.href}
                target="_blank"
                rel="noopener"
                class="min-w-0 grow rounded py-1 underline pointer-coarse:py-3 decoration-line underline-offset-3 [overflow-wrap:anywhere] hover:decoration-ink"
              >
                {page.value.address}
              </a>
              <CopyButton text={page.value.href} what="your page’s address" />
            </div>
          )}
          <div class="mt-3 border-t border-line pt-3">
            <SignOut />
          </div>
        </div>
      )}
    </div>
  );
}
