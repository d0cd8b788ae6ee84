import type { VisitorConversation } from '@foyer/domain/conversation';
import { isOver } from '@foyer/domain/page-state';
import { render } from 'preact';
import { keepTranslatedTexts } from '../../lib/translated-texts.ts';
import { isThread, type Talk } from '../talk/talk.ts';
import { thread } from '../words.ts';
import { Cards } from './cards.tsx';
import { Log } from './log.tsx';
import { Menu } from './menu.tsx';
import { PresenceLine } from './presence-line.tsx';

export { threadNotice } from './thread-notice.ts';

interface Props {
  talk: Talk;
  name: string;
  slug: string;
  older: (() => void) | undefined;
}

let watched: Element | undefined;

export function drawThread(root: Element, section: HTMLElement, props: Props): void {
  const { state } = props.talk;
  sayKeys(isThread(state));
  const field = section.querySelector('textarea') as HTMLTextAreaElement;
  const isOpen = state.phase === 'open' && state.conversation !== null;
  if (isOpen && !isSilent(state.conversation)) openSheet(section);
  drawBlocked(section, field, isOpen && isSilent(state.conversation));
  if (watched !== root) keepTranslatedTexts(root);
  watched = root;
  render(<Thread {...props} />, root);
}

/** Whether the visitor can't write here now. */
function isSilent(conversation: VisitorConversation | null): boolean {
  const { isBlocked, isOffline, pause } = conversation ?? {};
  return isBlocked === true || isOffline === true || (pause !== undefined && !isOver(pause, Date.now()));
}

/** The page was rendered while new messages were paused, and they no longer are. */
function openSheet(section: HTMLElement): void {
  const sheet = section.querySelector<HTMLElement>('.composer > [hidden]');
  if (!sheet) return;
  section.querySelector('.paused')?.remove();
  sheet.hidden = false;
  (sheet.querySelector('.send') as HTMLButtonElement).disabled = false;
}

/** Text in the composer stays readable, to be copied; an empty composer is hidden. */
function drawBlocked(section: HTMLElement, field: HTMLTextAreaElement, isBlocked: boolean): void {
  const hadFocus = field.form?.contains(document.activeElement);
  section.classList.toggle('is-blocked', isBlocked);
  field.readOnly = isBlocked || field.closest('[hidden]') !== null;
  if (isBlocked && hadFocus && !field.value) section.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true });
}

/** In a thread Enter alone sends. Keeps the hint for the next first message. */
function sayKeys(isInThread: boolean): void {
  const keys = document.querySelector<HTMLElement>('.keys');
  if (!keys) return;
  keys.dataset.first ??= keys.textContent;
  keys.textContent = isInThread ? thread.keys : keys.dataset.first;
}

function Thread({ talk, name, slug, older }: Props) {
  const { state } = talk;
  return (
    <>
      {state.phase === 'open' && <Menu talk={talk} />}
      {state.phase === 'open' && !state.conversation?.isBlocked && <PresenceLine shown={state.presence} />}
      {isThread(state) && <Log talk={talk} name={name} slug={slug} older={older} />}
      {state.isOutdated && (
        <p class="aside" role="status">
          {thread.outdated}{' '}
          <button type="button" class="quiet" onClick={() => location.reload()}>
            {thread.reload}
          </button>
        </p>
      )}
      <Cards talk={talk} name={name} slug={slug} />
    </>
  );
}
