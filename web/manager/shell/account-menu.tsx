import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDismissal } from '../../ui/use-dismissal.ts';
import { signOut } from '../auth/session.ts';
import { useWorkspace } from '../workspace/context.ts';
import { Portrait } from './portrait.tsx';
import { ScreenLinks } from './screens.tsx';

/** Who is signed in, and the way out. With the name in the rail; only the picture above the list. */
export function AccountMenu({ withName = false }: { withName?: boolean }) {
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
        aria-label={withName && name ? undefined : 'Account'}
        onClick={() => setOpen(!isOpen)}
        class={classes('flex items-center gap-2.5 rounded-lg hover:bg-hover', withName ? 'h-11 w-full px-2' : 'size-11 justify-center')}
      >
        <Portrait />
        {withName && (
          <>
            <span class="truncate text-base font-semibold">
              <bdi>{name}</bdi>
            </span>
            <Icon name="more" class="ml-auto shrink-0 text-soft" />
          </>
        )}
      </button>
      {isOpen && (
        <div
          class={classes('enter absolute z-20 mt-1 w-70 rounded-xl bg-raised p-4 text-sm shadow-raised', withName ? 'left-0' : 'right-0')}
        >
          <p class="truncate text-base font-semibold">
            <bdi>{name}</bdi>
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
          {!withName && (
            <div class="-mx-2 mt-3 border-t border-line pt-2">
              <ScreenLinks isTall onFollow={() => setOpen(false)} />
            </div>
          )}
          <SignOut />
        </div>
      )}
    </div>
  );
}

function SignOut() {
  const { wouldLose } = useWorkspace();
  const [step, setStep] = useState<'offer' | 'looking' | 'asking'>('offer');
  const look = async () => {
    setStep('looking');
    if (await wouldLose()) setStep('asking');
    else signOut();
  };
  return (
    <div class="mt-3 border-t border-line pt-3">
      {step === 'asking' ? (
        <>
          <p role="alert" class="mb-3 text-pretty">
            Some of what you wrote has not reached the server yet, and would be lost.
          </p>
          <div class="flex gap-2">
            <Button onClick={() => setStep('offer')}>Stay</Button>
            <Button kind="quiet" onClick={signOut}>
              Sign out anyway
            </Button>
          </div>
        </>
      ) : (
        <Button class="w-full" disabled={step === 'looking'} onClick={look}>
          Sign out
        </Button>
      )}
    </div>
  );
}
