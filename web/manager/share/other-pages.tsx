import type { verifyLinkEndpoint } from '@foyer/domain/manager';
import { safeLink } from '@foyer/domain/safe-link';
import { useSignal } from '@preact/signals';
import { call } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { problemSentence } from '../auth/proof.ts';
import { routeHref } from '../route/route.ts';
import { useWorkspace } from '../workspace/context.ts';
import type { Page } from '../workspace/page.ts';
import { Part } from './part.tsx';

/** Links of the page and whether they vouch for it. */
export function OtherPages({ page: { href, links } }: { page: Page }) {
  const checkable = links.filter(({ url }) => safeLink(url)?.startsWith('https://'));
  return (
    <Part
      title="Pages that vouch for you"
      about="When a page that you link to links back with rel=“me”, yours shows a mark beside that link: it is really you. Many networks do it by themselves for the address in your profile there."
    >
      {checkable.length === 0 ? (
        <p class="text-base">
          Your published page has no links yet. <PageEditor>Add some in the editor</PageEditor>
        </p>
      ) : (
        <>
          <ul class="divide-y divide-line border-y border-line">
            {checkable.map((link) => (
              <LinkRow key={link.url} {...link} />
            ))}
          </ul>
          <Snippet text={`<a rel="me" href="${href}">${href.replace(/^https?:\/\//, '')}</a>`} what="the link back" />
        </>
      )}
    </Part>
  );
}

function LinkRow({ label, url, isVerified }: Page['links'][number]) {
  const { proof } = useWorkspace();
  const isBusy = useSignal(false);
  const fault = useSignal<string | null>(null);
  const check = async () => {
    isBusy.value = true;
    fault.value = null;
    try {
      await call<typeof verifyLinkEndpoint>('PUT', '/api/managers/me/verified-links', { body: { url } }, await proof());
    } catch (error) {
      fault.value = problemSentence(error);
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <li class="flex items-center gap-3 py-3">
      <div class="min-w-0 grow">
        <p class="text-base font-medium break-words" dir="auto">
          {label}
        </p>
        <p class="truncate text-sm text-soft" dir="ltr">
          {(safeLink(url) ?? url).replace('https://', '')}
        </p>
        <div role="status" class="text-sm">
          {isBusy.value ? (
            <p class="mt-1 text-soft">Looking …</p>
          ) : fault.value !== null ? (
            <p class="mt-1 text-pretty text-danger">{fault.value}</p>
          ) : (
            isVerified && (
              <p class="mt-1 flex items-center gap-1.5">
                <Icon name="check" />
                Links back to you
              </p>
            )
          )}
        </div>
      </div>
      <Button onClick={check} disabled={isBusy.value}>
        {isVerified ? 'Check again' : 'Check'}
        <span class="sr-only">{label}</span>
      </Button>
    </li>
  );
}

/** A way to where the page is written. */
export function PageEditor({ children }: { children: string }) {
  return (
    <a href={routeHref({ screen: 'page' })} class="rounded font-medium underline decoration-edge underline-offset-3 hover:decoration-ink">
      {children}
    </a>
  );
}

/** A piece of HTML to paste elsewhere. */
export function Snippet({ text, what }: { text: string; what: string }) {
  return (
    <div class="mt-4 flex items-start gap-2 rounded-lg border border-line bg-raised py-1 pr-1 pl-3">
      <code class="min-w-0 grow py-2 font-mono text-xs break-all" dir="ltr">
        {text}
      </code>
      <CopyButton text={text} what={what} />
    </div>
  );
}
