import { countView } from './count-view.ts';

/**
 * On every public page, and all that is. It loads the conversation when the person turns to it, or when there is one to go on with; what
 * was pressed meanwhile is kept and done then. Nothing is stored here.
 */
const section = document.getElementById('conversation');

if (section) {
  let pressed: Event | undefined;
  let loading: Promise<void> | undefined;

  const load = () => {
    loading ??= import('./conversation.ts').then(
      (conversation) => conversation.openConversation(section, pressed),
      () => {
        loading = undefined;
        if (pressed) section.querySelector('.notice')?.replaceChildren('You seem offline. Please try again.');
      },
    );
    return loading;
  };
  for (const type of ['focusin', 'click', 'submit']) {
    section.addEventListener(type, (event) => {
      if (type !== 'focusin') pressed = event;
      if (type === 'submit') event.preventDefault();
      load();
    });
  }

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
