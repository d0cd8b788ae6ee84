import { threadForm } from '@foyer/domain/form';
import { firstNameOf } from '@foyer/domain/person-name';
import type { Context } from 'hono';
import type { Env } from '../http/route.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { answerPage } from './answer-page.tsx';

/** After a browser has let go of a conversation, or nobody has it any more. */
export function gonePage(context: Context<Env>, { manager: { slug, profile } }: FoundManager, isDeleted: boolean): Promise<Response> {
  const firstName = firstNameOf(profile.name);
  const title = isDeleted ? 'The conversation is deleted' : 'Forgotten on this device';
  return answerPage(context, {
    title,
    profile,
    body: (
      <main class="apart">
        <h1>{title}</h1>
        <p>
          {isDeleted ? 'It is gone for you and for ' : 'The conversation stays with '}
          <bdi>{firstName}</bdi>
          {isDeleted ? '.' : ', and your code opens it again, here or on any other device.'}
        </p>
        <p>If others use this device too, close this window: going back in it may still show what you wrote.</p>
        <p class="ways">
          {!isDeleted && <a href={`${threadForm.path}?slug=${slug}`}>I have a code</a>}
          <a href={`/${slug}`}>
            The page of <bdi>{firstName}</bdi>
          </a>
        </p>
      </main>
    ),
  });
}
