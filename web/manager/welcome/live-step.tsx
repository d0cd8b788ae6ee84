import { withNodes } from '@foyer/words/with-nodes';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DoorTitle } from '../auth/door-frame.tsx';
import { words } from '../door-words.ts';
import { useEditing } from '../editor/editing/editor-context.ts';
import { useWorkspace } from '../workspace/context.ts';
import { noteHere } from '../workspace/local-notes.ts';
import { endFirstRun } from './first-run.ts';

export function LiveStep() {
  const { editor } = useEditing();
  const page = useWorkspace().page.value;
  if (!page) return null;
  return (
    <>
      <span class="enter mb-5 grid size-12 place-items-center rounded-full bg-accent text-on-accent">
        <Icon name="done" class="size-6" />
      </span>
      <DoorTitle title={words.liveTitle}>
        {withNodes(words.liveAbout, {
          address: (
            <b class="font-medium break-words text-ink" dir="ltr">
              {page.address}
            </b>
          ),
        })}
      </DoorTitle>
      <a
        href={`${page.href}?v=${editor.published.value ?? 0}`}
        target="_blank"
        rel="noopener"
        aria-label={words.viewMyPageTab}
        class="flex h-10 w-full items-center justify-center gap-2 rounded-lg bg-accent text-base font-medium text-on-accent hover:opacity-90 pointer-coarse:h-12"
      >
        {words.viewMyPage}
        <Icon name="open" />
      </a>
      <div class="mt-3 flex flex-wrap items-center gap-2">
        <CopyButton text={page.href} label={words.copyAddress} isWide onCopied={() => noteHere('shared', page.slug)} />
        <Button kind="quiet" onClick={endFirstRun}>
          {words.goToInbox}
        </Button>
      </div>
    </>
  );
}
