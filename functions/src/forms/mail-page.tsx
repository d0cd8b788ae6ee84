import { newProfile } from '@foyer/domain/new-profile';
import type { Profile } from '@foyer/domain/profile';
import { words } from '@foyer/words/compiled/all/mail';
import type { MailWords } from '@foyer/words/compiled/types/mail';
import { withNodes } from '@foyer/words/with-nodes';
import type { Context } from 'hono';
import type { ComponentChild } from 'preact';
import type { Env } from '../http/route.ts';
import type { MailLink } from '../mail/mail-link.ts';
import { answerPage } from './answer-page.tsx';

type Shown = { shows: 'over'; link?: MailLink; profile?: Profile | null } | { shows: Shows; link: MailLink; profile: Profile | null };
type Shows = 'confirm' | 'confirmed' | 'stop' | 'stopped' | 'over';

/** The page that a link in a mail opens, in the mail's language. Its own address is kept from every other page. */
export function mailPage(context: Context<Env>, { shows, link, profile = null }: Shown): Promise<Response> {
  const language = link?.language ?? 'en';
  const look = { ...(profile ?? newProfile('')), language };
  const { title, sentence, button } = contentOf(words[language], shows, link?.does === 'stop-manager', look.name);
  return answerPage(context, {
    title: typeof title === 'string' ? title : words[language].confirmButton,
    profile: look,
    referrer: 'strict-origin',
    status: shows === 'over' ? 410 : 200,
    body: (
      <main class="apart">
        <h1>{title}</h1>
        <p>{sentence}</p>
        {button !== undefined && (
          <form class="asking" method="post" action={`${context.req.path}?${new URLSearchParams(context.req.query())}`}>
            <button type="submit" class={shows === 'confirm' ? 'send' : 'act'}>
              {button}
            </button>
          </form>
        )}
      </main>
    ),
  });
}

function contentOf(
  said: MailWords,
  shows: Shows,
  isManagers: boolean,
  personsName: string,
): { title: ComponentChild; sentence: ComponentChild; button?: string } {
  const name = <bdi>{personsName}</bdi>;
  switch (shows) {
    case 'confirm':
      return {
        title: withNodes(said.confirmTitle, { name }),
        sentence: withNodes(said.confirmAsk, { name }),
        button: said.confirmButton,
      };
    case 'confirmed':
      return { title: said.confirmedTitle, sentence: withNodes(said.confirmed, { name }) };
    case 'stop':
      return {
        title: said.stopTitle,
        sentence: isManagers ? said.stopManagerAsk : withNodes(said.stopVisitorAsk, { name }),
        button: said.stopButton,
      };
    case 'stopped':
      return { title: said.stoppedTitle, sentence: isManagers ? said.stoppedManager : withNodes(said.stoppedVisitor, { name }) };
    default:
      return { title: said.overTitle, sentence: said.over };
  }
}
