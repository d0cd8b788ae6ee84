import type { OpenConversation } from '@foyer/domain/conversation';
import type { BoxWords } from '@foyer/words/compiled/types/box';
import { grow } from '../../lib/grow.ts';
import { inTurn } from '../../lib/in-turn.ts';
import { untilLoaded } from '../../lib/until-loaded.ts';
import { createKeeper, keptKey } from '../talk/keeper.ts';
import { noticeOf } from '../talk/notice.ts';
import { createTalk, type Draft, isThread } from '../talk/talk.ts';
import { visitorApi } from '../talk/visitor-api.ts';
import type { Connection } from '../thread/connection.ts';
import { loadThread } from '../thread/load-thread.ts';
import { setBox } from '../words.ts';
import { draftIn, mayBeCode } from './composer.ts';
import { drawBubbles } from './first-bubbles.ts';
import { showKeys } from './show-keys.ts';
import { createVoucher } from './vouch.ts';

/** Takes over the server-rendered box. `sent`: lengths of its text when Send was pressed before; `pressed`: the last pressed element. */
export function openConversation(section: HTMLElement, words: BoxWords, sent: Set<number>, pressed: HTMLElement | undefined): void {
  setBox(words);
  const { slug = '', name = '', manager = '' } = section.dataset;
  const find = (selector: string) => section.querySelector(selector) as HTMLElement;
  const root = find('.thread');
  const notice = find('.notice');
  const form = find('form') as HTMLFormElement;
  const field = find('textarea') as HTMLTextAreaElement;
  let thread: typeof import('../thread/thread.tsx') | undefined;
  let loading: Promise<void> | undefined;
  /** What `connection` follows, or will once its file is loaded. */
  let followed: OpenConversation | undefined;
  let connection: Connection | undefined;
  const voucher = createVoucher(section.dataset.recaptcha);

  const keeper = createKeeper(manager, () => localStorage);
  const talk = createTalk({
    api: visitorApi(slug),
    keeper,
    changed: draw,
    connect(opened) {
      followed = opened;
      untilLoaded(() => import('../thread/follow.ts')).then(({ follow }) => {
        if (followed !== opened) return;
        connection = follow(talk, opened, section);
        draw();
      });
    },
    disconnect,
    giveBack(text, wrong = 'text') {
      put([text, field.value].filter(Boolean).join('\n\n'));
      (form.querySelector<HTMLElement>(`[name=${wrong}]`) ?? field).focus();
    },
    startOver(isRemoved) {
      if (isRemoved) form.reset();
      section.dataset.drafted = '';
      put(field.value);
    },
    vouch: voucher.vouch,
    inTurn: (start) => inTurn(keptKey(manager), start),
  });
  const { state, outbox } = talk;

  function put(text: string): void {
    field.value = text;
    grow(field);
    section.dispatchEvent(new Event('input'));
  }

  function disconnect(): void {
    connection?.stop();
    connection = followed = undefined;
  }

  function draw(): void {
    const before = form.getBoundingClientRect().bottom;
    section.classList.toggle('is-thread', isThread(state));
    section.classList.toggle('is-asking', typeof state.card === 'object' && state.card !== null);
    notice.textContent = (thread?.threadNotice ?? noticeOf)(state);
    if (thread) thread.drawThread(root, section, { talk, name, slug, older: connection?.older });
    else {
      drawBubbles(root, state);
      if (isThread(state) || state.card) awaitThread();
    }
    // If the composer was in view, keeps it there when the thread grows.
    if (before <= innerHeight && form.getBoundingClientRect().bottom > innerHeight) scrollToForm();
  }

  function awaitThread(): Promise<void> {
    loading ??= untilLoaded(loadThread).then((loaded) => {
      thread = loaded;
      root.replaceChildren();
      draw();
    });
    return loading;
  }

  /** Google's script is requested only while a first message is being written, and only if the site uses it. */
  function awaitRecaptcha(): void {
    if (state.phase === 'box' && !keeper.read().conversationId) voucher.prepare();
  }

  /** Opens the conversation that this browser knows, or sends a first message that was pending when the page was closed. */
  async function goOn(): Promise<void> {
    if (!keeper.read().conversationId) return outbox.wake();
    talk.set({ phase: 'opening' });
    const [{ reopen }] = await Promise.all([untilLoaded(() => import('../talk/returning.ts')), awaitThread()]);
    reopen(talk);
  }

  let isAsking = false;
  /**
   * Until the presses from before are taken over, further ones join them, so each text stays a separate message. If the file for that is
   * gone, the next press sends everything.
   */
  let isTakingOver = sent.size > 0;

  /**
   * Sends, or asks about a possible code; returns whether the text left the composer. Without the file that asks, the API refuses codes.
   */
  async function offer(draft: Draft): Promise<boolean> {
    isAsking = mayBeCode(draft.text);
    const isAsked = isAsking && (await import('./ask-about-code.ts').then((file) => file.askAboutCode(talk, draft)).catch(() => false));
    isAsking = false;
    if (isAsked) return state.card !== null;
    const fault = talk.send(draft);
    talk.set({ said: '' });
    if (fault) import('../talk/say-fault.ts').then((file) => file.sayFault(talk, fault));
    connection?.typing(fault !== null);
    return fault === null;
  }

  // The island prevents the form's own submission.
  form.addEventListener('submit', async () => {
    if (field.readOnly || isAsking || !field.value.trim()) return;
    if (isTakingOver) return sent.add(field.value.length);
    sent.clear();
    awaitRecaptcha();
    const draft = draftIn(form, section.dataset.section);
    if ((await offer(draft)) && field.value === draft.text) put('');
    if (!state.card) field.focus();
  });
  form.addEventListener('click', ({ target }) => {
    if ((target as HTMLElement).closest('[name=code]')) talk.set({ card: 'enter-code' });
  });
  function scrollToForm(): void {
    form.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  /**
   * Keeps the whole form with Send in view while the visitor writes. Not while a button has focus, because it would move away under the
   * finger. On iPhones the keyboard covers the page, and only the visual viewport tells how much is visible.
   */
  function keepInSight(): void {
    section.style.setProperty('--seen', `${visualViewport?.height}px`);
    if (document.activeElement?.matches('.composer :not(button)')) scrollToForm();
  }
  visualViewport?.addEventListener('resize', keepInSight);
  section.addEventListener('focusin', keepInSight);
  field.addEventListener('input', () => {
    grow(field);
    keepInSight();
    awaitRecaptcha();
    if (state.said) talk.set({ said: '' });
    connection?.typing(field.value !== '');
  });

  addEventListener('online', outbox.wake);
  addEventListener('storage', ({ key }) => {
    if (key !== keptKey(manager)) return;
    const { conversationId } = keeper.read();
    if (state.phase !== 'box' && !conversationId) untilLoaded(() => import('../talk/endings.ts')).then(({ startOver }) => startOver(talk));
    else if (state.phase === 'box' || state.phase === 'ended' || (state.conversation && conversationId !== state.conversation.id)) goOn();
    else draw();
  });

  /** A link to a conversation only asks whether to open it. Returns whether the address is such a link. */
  function readLink(): boolean {
    const isLink = /^#resume=./.test(location.hash);
    if (isLink) talk.set({ card: { link: location.hash } });
    return isLink;
  }
  addEventListener('hashchange', readLink);
  if (!readLink()) goOn();
  // Read-only: rendered while new messages were paused.
  if (!field.readOnly) showKeys(find('.send'));
  keepInSight();
  if (pressed?.closest('[name=code]')) pressed.click();
  grow(field);
  if (isTakingOver)
    untilLoaded(() => import('./send-waiting.ts').finally(() => (isTakingOver = false))).then((file) =>
      file.sendWaiting([...sent], section, form, offer, talk.giveBack),
    );
}
