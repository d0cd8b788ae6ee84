import { firstNameOf } from '@foyer/domain/person-name';
import { withNodes } from '@foyer/words/with-nodes';
import type { Page } from '../workspace/page.ts';
import { PageEditor, Snippet } from './other-pages.tsx';
import { Part } from './part.tsx';
import { frameSnippet, linkSnippet } from './snippets.ts';
import { words } from './words.ts';

/** The page on another site: a styled link, or the message box. */
export function Embeds({ page: { name, slug, accent } }: { page: Page }) {
  const shared = { origin: location.origin, slug, label: words.writeTo({ name: firstNameOf(name) }), accent };
  return (
    <Part title={words.embedTitle} about={words.embedAbout}>
      <h3 class="text-base font-medium">{words.link}</h3>
      <Snippet text={linkSnippet(shared)} label={words.copyLink} />
      <h3 class="mt-6 text-base font-medium">{words.messageBox}</h3>
      <p class="mt-1 text-sm text-pretty text-soft">
        {withNodes(words.embedAllowed, { allow: <PageEditor>{words.allowSites}</PageEditor> })}
      </p>
      <Snippet text={frameSnippet(shared)} label={words.copyMessageBox} />
    </Part>
  );
}
