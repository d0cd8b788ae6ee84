import type { OpenConversation } from '@foyer/domain/conversation';
import { isFromOther, VISITOR } from '@foyer/domain/participant';
import { ApiProblem } from '../../lib/api.ts';
import { isTransient } from '../../lib/is-transient.ts';
import { show } from '../talk/show.ts';
import type { Talk } from '../talk/talk.ts';
import { type Connection, connect } from './connection.ts';
import { createUnreadTitle } from './unread-title.ts';

/** A longer timeout would end immediately. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** Keeps an open conversation up to date on this screen: its messages, read marks, and the tab's title. */
export function follow(talk: Talk, opened: OpenConversation, section: HTMLElement): Connection {
  takeDraft(section, opened.conversation.id);
  const title = createUnreadTitle();
  /** Loads the handlers only after the server has refused something: offline they couldn't be loaded. */
  const handleEnding = async (cause: unknown): Promise<boolean> => {
    const isSaid = cause instanceof ApiProblem && !isTransient(cause);
    const endings = isSaid ? await import('../talk/endings.ts').catch(() => null) : null;
    return endings?.handleEnding(talk, cause) ?? false;
  };
  const connection = connect(opened, {
    state: talk.state,
    set: talk.set,
    handleEnding,
    replaced: (answer) => show(talk, answer),
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
  /** A message counts as read once the end of its group has been on screen. */
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
  const until = opened.conversation.pause?.until ?? null;
  const ending = until === null ? undefined : setTimeout(() => talk.set({}), Math.min(until - Date.now(), TIMER_MAX_MS));

  return {
    typing: connection.typing,
    read: connection.read,
    get older() {
      return connection.older;
    },
    stop() {
      connection.stop();
      clearTimeout(ending);
      observer.disconnect();
      title.clear();
      document.removeEventListener('visibilitychange', looked);
    },
  };
}

/** Lets the thread open at the first new message next time. */
function rememberRead({ state, keeper }: Talk): void {
  const { conversation } = state;
  if (conversation && keeper.read().pushId)
    import('../acts/browser-push.ts').then((file) => file.closeNotification(conversation.id)).catch(() => {});
  const readAt = state.messages.findLast((message) => isFromOther(message, VISITOR))?.createdAt;
  if (readAt !== undefined && readAt !== keeper.read().readAt) keeper.change((kept) => ({ ...kept, readAt }));
}

/** Each conversation has its own draft. Text in the message box moves into the conversation that it starts. */
function takeDraft(section: HTMLElement, id: string): void {
  const field = section.querySelector('textarea');
  const { drafted } = section.dataset;
  if (drafted === id || !field) return;
  for (const input of section.querySelectorAll<HTMLInputElement>('.about-you input')) input.value = '';
  if (drafted) field.value = '';
  section.dataset.drafted = id;
  // The island restores the draft, then stores the current text.
  section.dispatchEvent(new Event('restore'));
  section.dispatchEvent(new Event('input'));
}
