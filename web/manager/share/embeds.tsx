import { firstNameOf } from '@foyer/domain/person-name';
import type { Page } from '../workspace/page.ts';
import { PageEditor, Snippet } from './other-pages.tsx';
import { Part } from './part.tsx';
import { frameSnippet, linkSnippet } from './snippets.ts';

/** The page on somebody else's: a link that stands out, or the message box itself. */
export function Embeds({ page: { name, slug, accent } }: { page: Page }) {
  const shared = { origin: location.origin, slug, firstName: firstNameOf(name), accent };
  return (
    <Part title="On your own site" about="Paste one of these where it should stand. Neither puts a script on your site.">
      <h3 class="text-base font-medium">A link</h3>
      <Snippet text={linkSnippet(shared)} what="the link" />
      <h3 class="mt-6 text-base font-medium">The message box</h3>
      <p class="mt-1 text-sm text-pretty text-soft">
        It shows only on sites that you have named. <PageEditor>Name them in the editor</PageEditor>
      </p>
      <Snippet text={frameSnippet(shared)} what="the message box" />
    </Part>
  );
}
