import { codeForm } from '@foyer/domain/form';
import { firstNameOf } from '@foyer/domain/person-name';
import type { Context } from 'hono';
import type { Env } from '../http/route.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { answerPage } from './answer-page.tsx';

/** For a browser that has no conversation on a page: it asks for a code. */
export function codePage(context: Context<Env>, { manager: { slug, profile } }: FoundManager): Promise<Response> {
  const firstName = firstNameOf(profile.name);
  return answerPage(context, {
    title: 'Come back with a code',
    profile,
    body: (
      <main class="apart">
        <h1>Come back to your conversation</h1>
        <p>
          Enter the code you got when you first wrote to <bdi>{firstName}</bdi>. A code for someone else’s page works here too.
        </p>
        <CodeForm slug={slug} typed="" />
        <p class="ways">
          <a href={`/${slug}`}>
            Write to <bdi>{firstName}</bdi> instead
          </a>
        </p>
      </main>
    ),
  });
}

/** Where a code is typed, on a manager's page or on none. `typed` is what stood there before. */
export function CodeForm({ slug, typed }: { slug: string | null; typed: string }) {
  return (
    <form class="sheet line" method="post" action={slug === null ? codeForm.path : `${codeForm.path}?slug=${slug}`}>
      <input
        class="code-field"
        name="code"
        value={typed}
        aria-label="Your code, or your link"
        placeholder="7KX2-QP4T-DM9A-XH3W-B8NE"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        dir="ltr"
      />
      <button type="submit" class="send">
        Continue
      </button>
    </form>
  );
}
