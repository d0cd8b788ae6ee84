import { countView } from './count-view.ts';
import { openDrafts } from './drafts.ts';
import { isSendingEnter } from './send-on-enter.ts';

/**
 * On every public page, and all that is. It keeps drafts, and loads the conversation when the person turns to it, or when there is one to
 * go on with; what was pressed meanwhile is done then.
 */
const section = document.getElementById('conversation');

if (section) {
  const form = section.querySelector('form') as HTMLFormElement;
  const field = section.querySelector('textarea') as HTMLTextAreaElement;
  const drafts = openDrafts(section, form);
  /** Where in the field something was sent before the script that sends was there. */
  const sent = new Set<number>();
  let pressed: HTMLElement | undefined;
  let loading: Promise<void> | undefined;
  let isLoaded = false;

  const load = () => {
    loading ??= import('./message-box.ts').then(
      (conversation) => {
        isLoaded = true;
        return conversation.openConversation(section, [...sent], pressed);
      },
      () => {
        loading = undefined;
        if (pressed || sent.size) section.querySelector('.notice')?.replaceChildren('You seem offline. Please try again.');
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
    else if (!isLoaded) sent.add(field.value.length);
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

  if (document.activeElement === field) load();
  drafts.restore();
  if (field.value) drafts.keep();

  // Without it the link still leads to the message box.
  addEventListener('click', ({ target }) => {
    const link = (target as Element).closest<HTMLElement>('[data-ask]');
    if (link)
      load()
        .then(() => import('./ask.ts'))
        .then(({ ask }) => ask(section, link))
        .catch(() => {});
  });

  const goOn = () => {
    // Asking for storage throws where it is refused.
    try {
      if (/^#resume=/.test(location.hash) || localStorage.getItem(`foyer:${section.dataset.manager}`)) load();
    } catch {}
  };
  addEventListener('hashchange', goOn);
  goOn();
  // A browser that a program drives says so.
  if (!navigator.webdriver) countView(section.dataset);
}

const hours = document.querySelector<HTMLElement>('.hours[data-zone]');

// Without its file, or where the zone is not known, the hours stay as the manager keeps them.
if (hours && hours.dataset.zone !== Intl.DateTimeFormat().resolvedOptions().timeZone) {
  import('./visitor-hours.ts').then((file) => file.showVisitorHours(hours)).catch(() => {});
}
