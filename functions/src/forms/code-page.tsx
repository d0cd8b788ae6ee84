import { codeForm } from '@foyer/domain/form';
import { firstNameOf } from '@foyer/domain/person-name';
import { withNodes } from '@foyer/words/with-nodes';
import type { Context } from 'hono';
import type { Env } from '../http/route.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { answerPage } from './answer-page.tsx';
import { formsSpokenOn, useForms } from './form-words.ts';

/** Asks for a code, in a browser without a conversation on this page. */
export function codePage(context: Context<Env>, { manager: { slug, profile } }: FoundManager): Promise<Response> {
  const { words } = formsSpokenOn(profile);
  const name = <bdi>{firstNameOf(profile.name)}</bdi>;
  return answerPage(context, {
    title: words.returnTitle,
    profile,
    body: (
      <main class="apart">
        <h1>{words.returnHeading}</h1>
        <p>{withNodes(words.returnHow, { name })}</p>
        <CodeForm slug={slug} typed="" />
        <p class="ways">
          <a href={`/${slug}`}>{withNodes(words.writeInstead, { name })}</a>
        </p>
      </main>
    ),
  });
}

/** The form for a code, on a manager's page or none. `typed` is the previous input. */
export function CodeForm({ slug, typed }: { slug: string | null; typed: string }) {
  const { words } = useForms();
  return (
    <form class="sheet line" method="post" action={slug === null ? codeForm.path : `${codeForm.path}?slug=${slug}`}>
      <input
        class="code-field"
        name="code"
        value={typed}
        aria-label={words.codeLabel}
        placeholder="7KX2-QP4T-DM9A-XH3W-B8NE"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        dir="ltr"
      />
      <button type="submit" class="send">
        {words.continue}
      </button>
    </form>
  );
}
