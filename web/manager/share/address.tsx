import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Page } from '../workspace/page.ts';
import { words } from './words.ts';

/** The page's address, and every way to share it from this device. */
export function Address({ page: { name, href, address, slug } }: { page: Page }) {
  const shareIt = () => {
    // Closing the sheet without sharing rejects too.
    navigator.share({ title: name, url: href }).catch(() => {});
  };
  return (
    <section aria-label={words.yourAddress} class="mt-6">
      <p class="text-xl break-words">
        <bdi dir="ltr">{address}</bdi>
      </p>
      <div class="mt-4 flex flex-wrap gap-2">
        <CopyButton text={href} label={words.copyAddress} isWide />
        {'share' in navigator && (
          <Button onClick={shareIt}>
            <Icon name="send" />
            {words.send}
          </Button>
        )}
        <Button onClick={() => window.open(href, '_blank', 'noopener')}>
          <Icon name="open" />
          {words.viewPage}
        </Button>
        <a
          href={`/${slug}.vcf`}
          download
          class="inline-flex h-8 items-center gap-2 rounded-lg border border-line bg-paper px-3 text-sm font-medium hover:bg-hover pointer-coarse:h-11"
        >
          <Icon name="person" />
          {words.contactCard}
        </a>
      </div>
    </section>
  );
}
