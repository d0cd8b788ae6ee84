import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { useWorkspace } from '../workspace/context.ts';
import { noteHere } from '../workspace/local-notes.ts';
import { ChecklistCard } from './checklist-card.tsx';

/** What an empty inbox says: where people can write, to be sent on. */
export function PageInvitation() {
  const page = useWorkspace().page.value;
  if (!page) return null;
  return (
    <section class="enter mx-auto flex w-full max-w-sm flex-col items-start">
      <h2 class="text-xl font-semibold tracking-[-0.015em] text-balance">All quiet</h2>
      <p class="mt-2 text-md text-pretty text-soft">
        When someone writes to you on your page, the conversation appears here instantly. Until then, this is where they find you.
      </p>
      <ChecklistCard page={page} />
      <div class="mt-6 rounded-2xl border border-line p-2">
        <QrCode text={page.href} label={`QR code of ${page.address}`} />
      </div>
      <p class="mt-5 max-w-full text-md font-medium break-words">{page.address}</p>
      <div class="mt-3 flex flex-wrap gap-2">
        <CopyButton text={page.href} what="the address" isWide onCopied={() => noteHere('shared', page.slug)} />
        <Button kind="quiet" onClick={() => window.open(page.href, '_blank', 'noopener')}>
          <Icon name="open" />
          View page
        </Button>
      </div>
    </section>
  );
}
