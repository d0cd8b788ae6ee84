import { normaliseText } from '@foyer/domain/text';
import type { Connection } from './connection.ts';
import { drawBubbles } from './first-bubbles.ts';
import { createKeeper, keptKey } from './keeper.ts';
import { loadThread } from './load-thread.ts';
import { noticeOf } from './notice.ts';
import { codeInFragment } from './resume-link.ts';
import { createTalk, isThread } from './talk.ts';
import { visitorApi } from './visitor-api.ts';

const LOAD_AGAIN_MS = 2000;
const CONNECT_AGAIN_MS = 6000;

/** Takes over the message box that the server rendered. `pressed`: what the person pressed there before this was loaded. */
export function openConversation(section: HTMLElement, pressed: Event | undefined): void {
  const { slug = '', name = '' } = section.dataset;
  const find = (selector: string) => section.querySelector(selector) as HTMLElement;
  const root = find('.thread');
  const notice = find('.notice');
  const form = find('form') as HTMLFormElement;
  const field = find('textarea') as HTMLTextAreaElement;
  let fault = '';
  let thread: typeof import('./thread.tsx') | undefined;
  let loading: Promise<void> | undefined;
  let connecting: Promise<Connection> | undefined;
  let connection: Connection | undefined;

  const keeper = createKeeper(slug, () => localStorage);
  const talk = createTalk({
    api: visitorApi(slug),
    keeper,
    changed: draw,
    connect(opened) {
      const mine = import('./follow.ts').then(({ follow }) => follow(talk, opened, section));
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
    giveBack(text) {
      field.value = [text, field.value].filter(Boolean).join('\n\n');
      grow();
      field.focus();
    },
  });
  const { state, outbox } = talk;

  function disconnect(): void {
    connection?.stop();
    connection = connecting = undefined;
  }

  function draw(): void {
    const before = form.getBoundingClientRect().bottom;
    section.classList.toggle('is-thread', isThread(state));
    section.classList.toggle('is-asking', typeof state.card === 'object' && state.card !== null);
    notice.textContent = fault || noticeOf(state);
    if (thread) thread.drawThread(root, { talk, name, slug, older: connection?.older });
    else {
      drawBubbles(root, state);
      if (isThread(state) || state.card) awaitThread();
    }
    // Whoever has the composer before them keeps it there when the thread grows.
    if (before <= innerHeight && form.getBoundingClientRect().bottom > innerHeight)
      form.scrollIntoView({ block: 'end', behavior: 'instant' });
  }

  function awaitThread(): Promise<void> {
    loading ??= loadThread().then(
      (loaded) => {
        thread = loaded;
        root.replaceChildren();
        draw();
      },
      async () => {
        await new Promise((resolve) => setTimeout(resolve, LOAD_AGAIN_MS));
        loading = undefined;
        return awaitThread();
      },
    );
    return loading;
  }

  function say(sentence: string): void {
    fault = sentence;
    draw();
  }

  /** Where the browser cannot do it by itself (`field-sizing`). */
  function grow(): void {
    if (CSS.supports('field-sizing', 'content')) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  /** Goes on with the conversation that this browser knows, or with a first message that was under way when it was closed. */
  async function goOn(): Promise<void> {
    if (!keeper.read().conversationId) return outbox.wake();
    talk.set({ phase: 'opening' });
    await awaitThread();
    thread?.reopen(talk);
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const given = (part: string) => normaliseText(String(data.get(part)));
    const [own, email, about] = [given('name'), given('email'), section.dataset.section];
    say(talk.send({ text: field.value, ...(own && { name: own }), ...(email && { email }), ...(about && { section: about }) }) ?? '');
    if (!fault) field.value = '';
    connection?.typing(fault !== '');
    grow();
    field.focus();
  });
  form.addEventListener('click', ({ target }) => {
    if ((target as HTMLElement).matches('[name=code]')) talk.set({ card: 'enter-code' });
  });
  field.addEventListener('input', () => {
    grow();
    if (fault) say('');
    connection?.typing(field.value !== '');
  });
  field.addEventListener('keydown', (event) => {
    // On a touch keyboard Enter is the only way to a new line; while an input method composes, Enter is its own.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || matchMedia('(pointer: coarse)').matches) return;
    event.preventDefault();
    form.requestSubmit();
  });

  function connectAgain(): void {
    if (state.phase === 'open' && !connecting) goOn();
  }

  addEventListener('online', () => {
    outbox.wake();
    connectAgain();
  });
  addEventListener('storage', ({ key }) => {
    if (key !== keptKey(slug)) return;
    const { conversationId } = keeper.read();
    if (state.phase === 'box' || (conversationId && state.conversation && conversationId !== state.conversation.id)) goOn();
    else if (!conversationId) thread?.startAnew(talk);
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
  if (pressed?.type === 'submit') form.requestSubmit();
  else if (pressed?.target instanceof HTMLButtonElement) pressed.target.click();
}
