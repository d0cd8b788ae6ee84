import { after } from '../../lib/after.ts';
import { grow } from '../../lib/grow.ts';
import { inTurn } from '../../lib/in-turn.ts';
import { codeInFragment } from '../code/resume-link.ts';
import { createKeeper, keptKey } from '../talk/keeper.ts';
import { noticeOf } from '../talk/notice.ts';
import { createTalk, type Draft, isThread } from '../talk/talk.ts';
import { visitorApi } from '../talk/visitor-api.ts';
import type { Connection } from '../thread/connection.ts';
import { loadThread } from '../thread/load-thread.ts';
import { draftIn, mayBeCode } from './composer.ts';
import { drawBubbles } from './first-bubbles.ts';
import { showKeys } from './show-keys.ts';
import { createVoucher } from './vouch.ts';

const LOAD_AGAIN_MS = 2000;
const CONNECT_AGAIN_MS = 6000;

/**
 * Takes over the message box that the server rendered. `sent`: up to which lengths its text was sent before this was loaded; `pressed`:
 * what was pressed there last.
 */
export function openConversation(section: HTMLElement, sent: readonly number[], pressed: HTMLElement | undefined): void {
  const { slug = '', name = '', manager = '' } = section.dataset;
  const find = (selector: string) => section.querySelector(selector) as HTMLElement;
  const root = find('.thread');
  const notice = find('.notice');
  const form = find('form') as HTMLFormElement;
  const field = find('textarea') as HTMLTextAreaElement;
  let thread: typeof import('../thread/thread.tsx') | undefined;
  let loading: Promise<void> | undefined;
  let connecting: Promise<Connection> | undefined;
  let connection: Connection | undefined;
  const voucher = createVoucher(section.dataset.recaptcha);

  const keeper = createKeeper(manager, () => localStorage);
  const talk = createTalk({
    api: visitorApi(slug),
    keeper,
    changed: draw,
    connect(opened) {
      const mine = import('../thread/follow.ts').then(({ follow }) => follow(talk, opened, section));
      connecting = mine;
      mine.then(
        (made) => {
          if (connecting !== mine) return made.stop();
          connection = made;
          draw();
        },
        () => {
          disconnect();
          setTimeout(connectAgain, CONNECT_AGAIN_MS);
        },
      );
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

  /** Puts a text into the composer, and has it kept. */
  function put(text: string): void {
    field.value = text;
    grow(field);
    section.dispatchEvent(new Event('input'));
  }

  function disconnect(): void {
    connection?.stop();
    connection = connecting = undefined;
  }

  function draw(): void {
    const before = form.getBoundingClientRect().bottom;
    section.classList.toggle('is-thread', isThread(state));
    section.classList.toggle('is-asking', typeof state.card === 'object' && state.card !== null);
    notice.textContent = noticeOf(state, name);
    drawBlocked(state.phase === 'open' && state.conversation?.isBlocked === true);
    if (thread) thread.drawThread(root, { talk, name, slug, older: connection?.older });
    else {
      drawBubbles(root, state);
      if (isThread(state) || state.card) awaitThread();
    }
    // Whoever has the composer before them keeps it there when the thread grows.
    if (before <= innerHeight && form.getBoundingClientRect().bottom > innerHeight) scrollToForm();
  }

  /** Words that are in the composer can still be read and copied there; without any it is gone. */
  function drawBlocked(isBlocked: boolean): void {
    const hadFocus = form.contains(document.activeElement);
    section.classList.toggle('is-blocked', isBlocked);
    field.readOnly = isBlocked;
    if (isBlocked && hadFocus && !field.value) section.querySelector<HTMLElement>('.log')?.focus({ preventScroll: true });
  }

  function awaitThread(): Promise<void> {
    loading ??= insistOn(loadThread).then((loaded) => {
      thread = loaded;
      root.replaceChildren();
      draw();
    });
    return loading;
  }

  /** Google's script is asked for only while a first message is being written, and only where the site wants it. */
  function awaitRecaptcha(): void {
    if (state.phase === 'box' && !keeper.read().conversationId) voucher.prepare();
  }

  /** Goes on with the conversation that this browser knows, or with a first message that was under way when it was closed. */
  async function goOn(): Promise<void> {
    if (!keeper.read().conversationId) return outbox.wake();
    talk.set({ phase: 'opening' });
    const [{ reopen }] = await Promise.all([insistOn(() => import('../talk/returning.ts')), awaitThread()]);
    reopen(talk);
  }

  let isAsking = false;

  /**
   * Sends, or asks about what may be a code. Returns whether it is out of the composer. Where the file that asks can't be loaded, the API
   * refuses a code.
   */
  async function offer(draft: Draft): Promise<boolean> {
    isAsking = mayBeCode(draft.text);
    const asking = isAsking ? await import('./ask-about-code.ts').catch(() => null) : null;
    isAsking = false;
    if (asking?.askAboutCode(talk, draft)) return state.card !== null;
    const fault = talk.send(draft);
    talk.set({ said: fault ?? '' });
    connection?.typing(fault !== null);
    return fault === null;
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (field.readOnly || isAsking || !field.value.trim()) return;
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
   * All of the form while the visitor writes, with Send. Not while a button has the focus: it would move away under the finger that presses it.
   * On iPhones the keyboard lies over the page: only the visual viewport tells how much of it is seen.
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

  function connectAgain(): void {
    if (state.phase === 'open' && !connecting) goOn();
  }

  addEventListener('online', () => {
    outbox.wake();
    connectAgain();
  });
  addEventListener('storage', ({ key }) => {
    if (key !== keptKey(manager)) return;
    const { conversationId } = keeper.read();
    if (state.phase !== 'box' && !conversationId) insistOn(() => import('../talk/endings.ts')).then(({ startAnew }) => startAnew(talk));
    else if (state.phase === 'box' || state.phase === 'ended' || (state.conversation && conversationId !== state.conversation.id)) goOn();
    else draw();
  });

  /** A link to a conversation only asks. */
  function readLink(): void {
    const link = codeInFragment(location.hash);
    if (link === null) goOn();
    else talk.set({ card: { link } });
  }
  addEventListener('hashchange', () => {
    if (codeInFragment(location.hash)) readLink();
  });
  readLink();
  showKeys(find('.send'));
  keepInSight();
  if (pressed?.closest('[name=code]')) pressed.click();
  grow(field);
  if (sent.length > 0)
    insistOn(() => import('./send-waiting.ts')).then((file) => file.sendWaiting(sent, section, form, offer, talk.giveBack));
}

async function insistOn<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await after(LOAD_AGAIN_MS);
    }
  }
}
