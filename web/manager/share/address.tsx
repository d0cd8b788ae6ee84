import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Page } from '../workspace/page.ts';

/** Where the page is, and every way in which this device can pass it on. */
export function Address({ page: { name, href, address, slug } }: { page: Page }) {
  const shareIt = () => {
    // Who closes the sheet again has shared nothing, which is no failure.
    navigator.share({ title: name, url: href }).catch(() => {});
  };
  return (
    <section aria-label="Your address" class="mt-6">
      <p class="text-xl break-words" dir="ltr">
        {address}
      </p>
      <div class="mt-4 flex flex-wrap gap-2">
        <CopyButton text={href} what="the address" isWide />
        {'share' in navigator && (
          <Button onClick={shareIt}>
            <Icon name="send" />
            Send it to somebody
          </Button>
        )}
        <Button onClick={() => window.open(href, '_blank', 'noopener')}>
          <Icon name="open" />
          View page
        </Button>
        <a
          href={`/${slug}.vcf`}
          download
          class="inline-flex h-8 items-center gap-2 rounded-lg border border-line bg-paper px-3 text-sm font-medium hover:bg-hover pointer-coarse:h-11"
        >
          <Icon name="person" />
          Contact card
        </a>
      </div>
    </section>
  );
}
