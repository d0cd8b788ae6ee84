import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';

export function PageLink() {
  const page = useWorkspace().page.value;
  if (!page) return null;
  return (
    <div class="flex items-center">
      <a
        href={page.href}
        target="_blank"
        rel="noopener"
        title={words.openAddress({ address: page.address })}
        class="flex h-8 min-w-0 grow items-center gap-2 rounded-lg px-2 text-sm text-soft hover:bg-hover hover:text-ink pointer-coarse:h-11"
      >
        <Icon name="open" />
        <span class="truncate" dir="ltr">
          {page.address.replace(/^[^/]*/, '')}
        </span>
        <span class="sr-only">{words.yourPageInNewTab}</span>
      </a>
      <CopyButton text={page.href} label={words.copyAddress} />
    </div>
  );
}
