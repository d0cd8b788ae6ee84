import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useWorkspace } from '../workspace/context.ts';

/** The page's address, to open and to copy. */
export function PageLink() {
  const page = useWorkspace().page.value;
  if (!page) return null;
  return (
    <div class="flex items-center">
      <a
        href={page.href}
        target="_blank"
        rel="noopener"
        title={`Open ${page.address}`}
        class="flex h-8 min-w-0 grow items-center gap-2 rounded-lg px-2 text-sm text-soft hover:bg-hover hover:text-ink pointer-coarse:h-11"
      >
        <Icon name="open" />
        <span class="truncate" dir="ltr">
          {page.address.replace(/^[^/]*/, '')}
        </span>
        <span class="sr-only">, your page, in a new tab</span>
      </a>
      <CopyButton text={page.href} what="your page’s address" />
    </div>
  );
}
