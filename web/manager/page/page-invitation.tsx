import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { noteHere } from '../workspace/local-notes.ts';
import { ChecklistCard } from './checklist-card.tsx';

/** Shown in an empty inbox: the page's address, to share it. */
export function PageInvitation() {
  const page = useWorkspace().page.value;
  if (!page) return null;
  return (
    <section class="enter mx-auto flex w-full max-w-sm flex-col items-start">
      <h2 class="text-xl font-semibold tracking-[-0.015em] text-balance">{words.allQuiet}</h2>
      <p class="mt-2 text-md text-pretty text-soft">{words.invitation}</p>
      <ChecklistCard page={page} />
      <div class="mt-6 rounded-2xl border border-line p-2">
        <QrCode text={page.href} label={words.qrCode({ address: page.address })} />
      </div>
      <p class="mt-5 max-w-full text-md font-medium break-words">
        <span dir="ltr">{page.address}</span>
      </p>
      <div class="mt-3 flex flex-wrap gap-2">
        <CopyButton text={page.href} label={words.copyAddress} isWide onCopied={() => noteHere('shared', page.slug)} />
        <Button kind="quiet" onClick={() => window.open(page.href, '_blank', 'noopener')}>
          <Icon name="open" />
          {words.viewPage}
        </Button>
      </div>
    </section>
  );
}
