import type { BoxWords } from '@foyer/words/compiled/types/box';
import { LANGUAGE_KEY } from '../../lib/language-key.ts';
import { stored } from '../../lib/stored.ts';
import { countView } from './count-view.ts';
import { openDrafts } from './drafts.ts';
import { isSendingEnter } from './send-on-enter.ts';

/**
 * The only script on every public page. It stores drafts, and loads the conversation when the person focuses the box or has a conversation
 * to continue; presses before that are handled after loading.
 */
const section = document.getElementById('conversation');

if (section) {
  const form = section.querySelector('form') as HTMLFormElement;
  const field = section.querySelector('textarea') as HTMLTextAreaElement;
  const drafts = openDrafts(section, form);
  /** The lengths of the field's text at each press of Send before the sending script has taken over. */
  const sent = new Set<number>();
  let pressed: HTMLElement | undefined;
  let loading: Promise<void> | undefined;
  let isLoaded = false;
  /** Presses of Send before anything was loaded. */
  let tries = 0;

  const script = document.querySelector('[data-words]') as HTMLElement;
  const chosen = stored(LANGUAGE_KEY);
  const loadWords = (): Promise<{ words: BoxWords }> =>
    chosen && chosen !== script.lang
      ? import('./chosen-language.ts').then((file) => file.speakChosen(section, chosen, script))
      : import(/* @vite-ignore */ script.dataset.words as string);

  const load = () => {
    loading ??= Promise.all([import('./message-box.ts'), loadWords()]).then(
      ([conversation, { words }]) => {
        isLoaded = true;
        return conversation.openConversation(section, words, sent, pressed);
      },
      () => {
        loading = undefined;
        // After a deployment a file may be gone for good: submitting the form needs none.
        if (tries > 1 && navigator.onLine) return form.submit();
        const notice = section.querySelector('.notice') as HTMLElement;
        if (pressed || sent.size) notice.textContent = notice.dataset.offline as string;
      },
    );
    return loading;
  };
  section.addEventListener('focusin', ({ target }) => {
    if (target === field) section.classList.remove('is-kept');
    load();
  });
  section.addEventListener('click', ({ target }) => {
    pressed = target as HTMLElement;
    load();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!field.value.trim()) field.focus();
    else if (!isLoaded) {
      tries++;
      sent.add(field.value.length);
    }
    load();
  });
  section.addEventListener('input', drafts.keep);
  section.addEventListener('restore', drafts.restore);
  field.addEventListener('keydown', (event) => {
    if (!isSendingEnter(event, section.classList.contains('is-thread'))) return;
    event.preventDefault();
    form.requestSubmit();
  });
  addEventListener('online', () => {
    if (sent.size) load();
  });

  if (chosen) loadWords().catch(() => {});
  if (document.activeElement === field) load();
  drafts.restore();
  if (field.value) drafts.keep();

  // Without the script, the link still leads to the message box.
  addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLElement>('[data-ask]');
    if (link)
      load()
        .then(() => import('./ask.ts'))
        .then((file) => file.ask(section, link))
        .catch(() => {});
  });

  const goOn = () => {
    if (/^#resume=/.test(location.hash) || stored(`foyer:${section.dataset.manager}`)) load();
  };
  addEventListener('hashchange', goOn);
  goOn();
  // Browsers controlled by a program report it.
  if (!navigator.webdriver) countView(section.dataset);
}

const hours = document.querySelector<HTMLElement>('.hours[data-zone]');

// If the file can't be loaded or the zone is unknown, the hours stay in the manager's time.
if (hours && hours.dataset.zone !== Intl.DateTimeFormat().resolvedOptions().timeZone) {
  import('./visitor-hours.ts').then((file) => file.showVisitorHours(hours)).catch(() => {});
}
