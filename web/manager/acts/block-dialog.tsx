import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { words } from '../words.ts';
import { AboutSubject } from './about-subject.tsx';
import type { Asking } from './act.ts';

/** Asks for confirmation. The focus is on Cancel. */
export function BlockDialog({ conversations, onClose, onBlock }: Asking & { onBlock(): void }) {
  return (
    <Dialog label={words.blockLabel({ count: conversations.length })} isWide onClose={onClose}>
      <div class="p-5">
        <h2 class="text-base font-semibold text-pretty [overflow-wrap:anywhere]">
          <AboutSubject message={words.blockTitle} conversations={conversations} />
        </h2>
        <p class="mt-1.5 text-base text-pretty text-soft">{words.blockNote}</p>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button autoFocus onClick={onClose}>
            {words.cancel}
          </Button>
          <Button
            kind="danger"
            onClick={() => {
              onClose();
              onBlock();
            }}
          >
            {words.block}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
