import { route } from '../route/history.ts';
import { words } from '../words.ts';

/** The first stop of Tab: skips the rail, to the list or to the screen in its place. */
export function SkipLink() {
  const { screen } = route.value;
  const skip = (event: Event) => {
    event.preventDefault();
    const row = document.querySelector<HTMLElement>('a[data-row][tabindex="0"]');
    const target = row ?? document.querySelector<HTMLElement>(screen === null ? '#list-name' : 'main');
    if (target && !target.hasAttribute('tabindex')) target.tabIndex = -1;
    target?.focus({ focusVisible: true });
  };
  return (
    <a
      href={screen === null ? '#list-name' : '#main'}
      onClick={skip}
      class="absolute start-2 top-2 z-30 rounded-lg bg-raised px-3 py-2 text-sm font-medium shadow-raised not-focus:sr-only"
    >
      {screen === null ? words.skipToConversations : words.skipToContent}
    </a>
  );
}
