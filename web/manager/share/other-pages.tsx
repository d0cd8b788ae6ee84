import type { verifyLinkEndpoint } from '@foyer/domain/manager';
import { safeLink } from '@foyer/domain/safe-link';
import { withNodes } from '@foyer/words/with-nodes';
import { useSignal } from '@preact/signals';
import { call } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { problemSentence } from '../problem-words.ts';
import { routeHref } from '../route/route.ts';
import { useWorkspace } from '../workspace/context.ts';
import type { Page } from '../workspace/page.ts';
import { Part } from './part.tsx';
import { words } from './words.ts';

/** The page's links, and whether each is verified. */
export function OtherPages({ page: { href, links } }: { page: Page }) {
  const checkable = links.filter(({ url }) => safeLink(url)?.startsWith('https://'));
  return (
    <Part title={words.verifiedTitle} about={withNodes(words.verifiedAbout, { rel: <code dir="ltr">rel="me"</code> })}>
      {checkable.length === 0 ? (
        <p class="text-base">{withNodes(words.noLinks, { add: <PageEditor>{words.addLinks}</PageEditor> })}</p>
      ) : (
        <>
          <ul class="divide-y divide-line border-y border-line">
            {checkable.map((link) => (
              <LinkRow key={link.url} {...link} />
            ))}
          </ul>
          <Snippet text={`<a rel="me" href="${href}">${href.replace(/^https?:\/\//, '')}</a>`} label={words.copyLinkBack} />
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
            <p class="mt-1 text-soft">{words.checking}</p>
          ) : fault.value !== null ? (
            <p class="mt-1 text-pretty text-danger">{fault.value}</p>
          ) : (
            isVerified && (
              <p class="mt-1 flex items-center gap-1.5">
                <Icon name="check" />
                {words.linksBack}
              </p>
            )
          )}
        </div>
      </div>
      <Button
        onClick={check}
        disabled={isBusy.value}
        aria-label={isVerified ? words.checkLinkAgain({ label }) : words.checkLink({ label })}
      >
        {isVerified ? words.checkAgain : words.check}
      </Button>
    </li>
  );
}

/** A link to the editor. */
export function PageEditor({ children }: { children: string }) {
  return (
    <a href={routeHref({ screen: 'page' })} class="rounded font-medium underline decoration-edge underline-offset-3 hover:decoration-ink">
      {children}
    </a>
  );
}

export function Snippet({ text, label }: { text: string; label: string }) {
  return (
    <div class="mt-4 flex items-start gap-2 rounded-lg border border-line bg-raised py-1 ps-3 pe-1">
      <code class="min-w-0 grow py-2 font-mono text-xs break-all" dir="ltr">
        {text}
      </code>
      <CopyButton text={text} label={label} />
    </div>
  );
}
