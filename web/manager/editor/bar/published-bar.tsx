import { withNodes } from '@foyer/words/with-nodes';
import { useSignal, useSignalEffect } from '@preact/signals';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useWorkspace } from '../../workspace/context.ts';
import { useEditing } from '../editing/editor-context.ts';
import { words } from '../words.ts';

/** Says that the page was published, with a link to it. It stays until the next change. */
export function PublishedBar() {
  const { editor } = useEditing();
  const page = useWorkspace().page.value;
  const shown = useSignal<number | null>(null);
  useSignalEffect(() => {
    shown.value = editor.published.value;
  });
  const revision = editor.canPublish.value ? null : shown.value;
  return (
    <div role="status" class="three:col-span-2">
      {revision !== null && page && (
        <div class="enter flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-tint px-3 py-2 text-sm three:px-5">
          <p class="flex min-w-0 grow items-center gap-2">
            <Icon name="check" class="shrink-0 text-accent" />
            <span class="min-w-0 text-pretty">
              {withNodes(words.pageIsLive, {
                address: (
                  <bdi dir="ltr" class="font-medium break-words">
                    {page.address}
                  </bdi>
                ),
              })}
            </span>
          </p>
          <div class="flex items-center gap-1">
            {/* The CDN may still have the old page. The revision in the address bypasses that copy. */}
            <a
              href={`${page.href}?v=${revision}`}
              target="_blank"
              rel="noopener"
              aria-label={words.viewPageInNewTab}
              class="inline-flex h-8 items-center gap-2 rounded-lg border border-line bg-paper px-3 font-medium hover:bg-hover pointer-coarse:h-11"
            >
              {words.viewPage}
            </a>
            <CopyButton text={page.href} label={words.copyAddress} />
            <IconButton
              icon="close"
              label={words.dismiss}
              onClick={() => {
                shown.value = null;
              }}
            />
          </div>
        </div>
      )}
    </div>
  );
}
