import type { startConversationEndpoint } from '@foyer/domain/conversation';
import { formatResumeCode, resumeLink } from '@foyer/domain/resume-code';
import { call } from '../../lib/api.ts';
import { grow } from '../../lib/grow.ts';
import { createKeeper } from '../talk/keeper.ts';
import { noticeOf } from '../talk/notice.ts';
import { createTalk, type Draft, isThread } from '../talk/talk.ts';
import type { VisitorApi } from '../talk/visitor-api.ts';
import { draftIn, mayBeCode } from './composer.ts';
import { drawBubbles } from './first-bubbles.ts';
import { isSendingEnter } from './send-on-enter.ts';
import { showKeys } from './show-keys.ts';
import { createVoucher } from './vouch.ts';

const section = document.getElementById('conversation');
if (section) openFrame(section);

/**
 * The message box in a frame of another site. It takes one first message, then shows the code and the way to the thread. It neither sends
 * nor keeps a cookie and stores nothing: what the browser has of this manager elsewhere is not touched.
 */
function openFrame(section: HTMLElement): void {
  const { slug = '', name = '', manager = '', recaptcha } = section.dataset;
  const voucher = createVoucher(recaptcha);
  const find = <E extends HTMLElement>(selector: string) => section.querySelector(selector) as E;
  const form = find<HTMLFormElement>('form');
  const field = find<HTMLTextAreaElement>('textarea');
  const again = find<HTMLButtonElement>('[name=again]');
  const ways = find('.ways');
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
    const isStuck = state.hold?.reason === 'trouble';
    if (failed && !isStuck) {
      talk.takeBack(() => true);
      talk.set({ said: failed.fault ?? '' });
      return;
    }
    section.classList.toggle('is-sent', isThread(state));
    find('.notice').textContent = (isStuck && failed?.fault) || noticeOf(state, name);
    again.hidden = !isStuck;
    drawBubbles(find('.thread'), state);
  }

  function send(draft: Draft): void {
    const fault = talk.send(draft);
    talk.set({ said: fault ?? '' });
    if (!fault) field.value = '';
    grow(field);
  }

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const draft = draftIn(form);
    if (!draft.text.trim()) return field.focus();
    const asking = mayBeCode(draft.text) ? await import('./embed-code.ts').catch(() => null) : null;
    const question = asking?.questionAbout(draft.text, slug, () => {
      ways.replaceChildren(again);
      send(draft);
    });
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
  showKeys(find('.send'));
  again.addEventListener('click', talk.outbox.retry);
  addEventListener('online', talk.outbox.wake);
}

function onlyTheFirst(): Promise<never> {
  return Promise.reject(new Error('a frame sends the first message alone'));
}
