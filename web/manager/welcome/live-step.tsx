import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DoorTitle } from '../auth/door-frame.tsx';
import { useEditing } from '../editor/editing/editor-context.ts';
import { useWorkspace } from '../workspace/context.ts';
import { noteHere } from '../workspace/local-notes.ts';
import { endFirstRun } from './first-run.ts';

/** The page is out there. */
export function LiveStep() {
  const { editor } = useEditing();
  const page = useWorkspace().page.value;
  if (!page) return null;
  return (
    <>
      <span class="enter mb-5 grid size-12 place-items-center rounded-full bg-accent text-on-accent">
        <Icon name="done" class="size-6" />
      </span>
      <DoorTitle title="Your page is live">
        Anyone can write to you at{' '}
        <b class="font-medium break-words text-ink" dir="ltr">
          {page.address}
        </b>
        . Messages arrive in your inbox.
      </DoorTitle>
      <a
        href={`${page.href}?v=${editor.published.value ?? 0}`}
        target="_blank"
        rel="noopener"
        class="flex h-10 w-full items-center justify-center gap-2 rounded-lg bg-accent text-base font-medium text-on-accent hover:opacity-90 pointer-coarse:h-12"
      >
        View my page
        <Icon name="open" />
        <span class="sr-only">, in a new tab</span>
      </a>
      <div class="mt-3 flex flex-wrap items-center gap-2">
        <CopyButton text={page.href} what="the address" isWide onCopied={() => noteHere('shared', page.slug)} />
        <Button kind="quiet" onClick={endFirstRun}>
          Go to my inbox
        </Button>
      </div>
    </>
  );
}
