import type { OpenConversation } from '@foyer/domain/conversation';
import { isFromOther, VISITOR } from '@foyer/domain/participant';
import { ApiProblem } from '../../lib/api.ts';
import type { Talk } from '../talk/talk.ts';
import { type Connection, connect } from './connection.ts';
import { createUnreadTitle } from './unread-title.ts';

/** Keeps an open conversation up to date on this screen: its messages, what was read of them, and the tab's title. */
export function follow(talk: Talk, opened: OpenConversation, section: HTMLElement): Connection {
  takeDraft(section, opened.conversation.id);
  const title = createUnreadTitle();
  /** Loaded only when the server has said something that ends: not while there is no connection. */
  const heed = async (cause: unknown): Promise<boolean> => {
    const isSaid = cause instanceof ApiProblem && !cause.isTransient;
    const endings = isSaid ? await import('../talk/endings.ts').catch(() => null) : null;
    return endings?.heed(talk, cause) ?? false;
  };
  const connection = connect(opened, {
    state: talk.state,
    set: talk.set,
    heed,
    replaced: talk.show,
    open: talk.api.open,
    loadLive: () => import('./live.ts'),
    arrived(messages) {
      if (document.visibilityState === 'hidden') title.add(messages.length);
      lookOut();
    },
  });

  const observer = new IntersectionObserver((entries) => {
    if (document.visibilityState === 'hidden' || !entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    connection.read();
    rememberRead(talk);
  });
  /** A message was read when the end of its group has been on the screen. */
  const lookOut = () => {
    observer.disconnect();
    const end = [...section.querySelectorAll('.group:not(.own) .when')].at(-1);
    if (end) observer.observe(end);
  };
  const looked = () => {
    if (document.visibilityState === 'hidden') return;
    title.clear();
    lookOut();
  };
  document.addEventListener('visibilitychange', looked);
  lookOut();

  return {
    typing: connection.typing,
    read: connection.read,
    get older() {
      return connection.older;
    },
    stop() {
      connection.stop();
      observer.disconnect();
      title.clear();
      document.removeEventListener('visibilitychange', looked);
    },
  };
}

/** So that the thread opens at what is new the next time. */
function rememberRead({ state, keeper }: Talk): void {
  const readAt = state.messages.findLast((message) => isFromOther(message, VISITOR))?.createdAt;
  if (readAt !== undefined && readAt !== keeper.read().readAt) keeper.change((kept) => ({ ...kept, readAt }));
}

/** Another conversation has a draft of its own. What stands in the message box goes along into the conversation that it starts. */
function takeDraft(section: HTMLElement, id: string): void {
  const field = section.querySelector('textarea');
  const { drafted } = section.dataset;
  if (drafted === id || !field) return;
  for (const input of section.querySelectorAll<HTMLInputElement>('.about-you input')) input.value = '';
  if (drafted) field.value = '';
  section.dataset.drafted = id;
  // The island does both, before it keeps what is there now.
  section.dispatchEvent(new Event('restore'));
  section.dispatchEvent(new Event('input'));
}
