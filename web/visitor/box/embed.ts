import type { startConversationEndpoint } from '@foyer/domain/conversation';
import { formatResumeCode, resumeLink } from '@foyer/domain/written-code';
import type { BoxWords } from '@foyer/words/compiled/types/box';
import { call } from '../../lib/api.ts';
import { grow } from '../../lib/grow.ts';
import { untilLoaded } from '../../lib/until-loaded.ts';
import { createKeeper } from '../talk/keeper.ts';
import { noticeOf } from '../talk/notice.ts';
import { createTalk, type Draft, isThread } from '../talk/talk.ts';
import type { VisitorApi } from '../talk/visitor-api.ts';
import { setBox } from '../words.ts';
import { draftIn, mayBeCode } from './composer.ts';
import { drawBubbles } from './first-bubbles.ts';
import { isSendingEnter } from './send-on-enter.ts';
import { showKeys } from './show-keys.ts';
import { createVoucher } from './vouch.ts';

/** Words that haven't loaded this long after a press may never load. */
const LATE_MS = 3000;

const section = document.getElementById('conversation');
if (section) openFrame(section);

/**
 * The message box in a frame on another site. It accepts one first message, then shows the code and a link to the thread. It neither sends
 * nor keeps a cookie and stores nothing, so it doesn't affect the browser's other data about this manager.
 */
function openFrame(section: HTMLElement): void {
  const { slug = '', manager = '', recaptcha } = section.dataset;
  const voucher = createVoucher(recaptcha);
  const words = document.querySelector<HTMLElement>('[data-words]')?.dataset.words;
  /** Blocks sending until words are loaded: without them the frame couldn't report the result. */
  const speaking = untilLoaded<{ words: BoxWords }>(() => import(/* @vite-ignore */ words ?? '')).then((file) => setBox(file.words));
  const find = <E extends HTMLElement>(selector: string) => section.querySelector(selector) as E;
  const form = find<HTMLFormElement>('form');
  const field = find<HTMLTextAreaElement>('textarea');
  const again = find<HTMLButtonElement>('[name=again]');
  const ways = find('.ways');
  const notice = find('.notice');
  const slip = find('.slip');

  const api: VisitorApi = {
    start: ({ code, messageId, text, name, email, recaptchaToken, proof }) =>
      call<typeof startConversationEndpoint>(
        'POST',
        '/api/conversations',
        { body: { slug, code, messageId, text, name, email, recaptchaToken, proof } },
        {},
        'omit',
      ),
    send: onlyTheFirst,
    open: onlyTheFirst,
    resume: onlyTheFirst,
  };
  const keeper = createKeeper(manager, () => {
    throw new Error('a frame keeps nothing');
  });
  const talk = createTalk({
    api,
    keeper,
    changed: draw,
    connect() {
      const { code } = keeper.read();
      if (!code) return;
      find('.code').textContent = formatResumeCode(code);
      find<HTMLAnchorElement>('.slip a').href = resumeLink('', slug, code);
      slip.hidden = false;
      slip.focus();
    },
    disconnect() {},
    giveBack(text) {
      field.value = text;
      grow(field);
    },
    startOver() {},
    vouch: voucher.vouch,
    inTurn: (start) => start(),
  });

  function draw(): void {
    const { state } = talk;
    const failed = state.outgoing.find(({ fault }) => fault);
    const isStuck = state.wait?.reason === 'trouble';
    if (failed && !isStuck) {
      talk.takeBack(() => true);
      talk.set({ said: failed.fault ?? '' });
      return;
    }
    section.classList.toggle('is-sent', isThread(state));
    notice.textContent = (isStuck && failed?.fault) || noticeOf(state);
    again.hidden = !isStuck;
    drawBubbles(find('.thread'), state);
  }

  function send(draft: Draft): void {
    const fault = talk.send(draft);
    talk.set({ said: '' });
    if (fault) import('../talk/say-fault.ts').then((file) => file.sayFault(talk, fault));
    else field.value = '';
    grow(field);
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const draft = draftIn(form);
    if (!draft.text.trim()) return field.focus();
    const late = setTimeout(() => notice.replaceChildren(notice.dataset.offline ?? ''), LATE_MS);
    await speaking;
    clearTimeout(late);
    const question = mayBeCode(draft.text)
      ? await import('./embed-code.ts')
          .then((file) =>
            file.questionAbout(draft.text, slug, () => {
              ways.replaceChildren(again);
              send(draft);
            }),
          )
          .catch(() => null)
      : null;
    ways.replaceChildren(again, ...(question?.ways ?? []));
    if (question) talk.set({ said: question.said });
    else send(draft);
  });
  field.addEventListener('input', () => {
    grow(field);
    voucher.prepare();
    ways.replaceChildren(again);
    if (talk.state.said) talk.set({ said: '' });
  });
  field.addEventListener('keydown', (event) => {
    if (!isSendingEnter(event, false)) return;
    event.preventDefault();
    form.requestSubmit();
  });
  speaking.then(() => showKeys(find('.send')));
  again.addEventListener('click', talk.outbox.retry);
  addEventListener('online', talk.outbox.wake);
}

function onlyTheFirst(): Promise<never> {
  return Promise.reject(new Error('a frame sends the first message alone'));
}
