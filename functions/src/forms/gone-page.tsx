import { threadForm } from '@foyer/domain/form';
import { firstNameOf } from '@foyer/domain/person-name';
import { withNodes } from '@foyer/words/with-nodes';
import type { Context } from 'hono';
import type { Env } from '../http/route.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { answerPage } from './answer-page.tsx';
import { formsSpokenOn } from './form-words.ts';

/** Shown after the conversation was removed from this browser or deleted. */
export function gonePage(context: Context<Env>, { manager: { slug, profile } }: FoundManager, isDeleted: boolean): Promise<Response> {
  const { words } = formsSpokenOn(profile);
  const name = <bdi>{firstNameOf(profile.name)}</bdi>;
  const title = isDeleted ? words.deletedTitle : words.removedTitle;
  return answerPage(context, {
    title,
    profile,
    body: (
      <main class="apart">
        <h1>{title}</h1>
        <p>{withNodes(isDeleted ? words.deleted : words.removed, { name })}</p>
        <p>{words.closeWindow}</p>
        <p class="ways">
          {!isDeleted && <a href={`${threadForm.path}?slug=${slug}`}>{words.haveCode}</a>}
          <a href={`/${slug}`}>{withNodes(words.pageOf, { name })}</a>
        </p>
      </main>
    ),
  });
}
