import { NAMED_VIEWS } from '../../conversations/view.ts';
import { looksOf } from '../../conversations/view-looks.ts';
import { MOVE_KEYS, viewKey } from '../../keys/keys.ts';
import { words as commands } from '../../keys/words.ts';
import { navigate } from '../../route/history.ts';
import type { ScreenName } from '../../route/route.ts';
import { SCREEN_LOOKS } from '../../shell/screen-looks.ts';
import { openSearch } from '../../workspace/open-search.ts';
import { focusList } from '../focus.ts';
import type { Item, Provider } from '../provider.ts';

const KEYS: Readonly<Partial<Record<ScreenName, string>>> = { search: MOVE_KEYS.search[0], settings: MOVE_KEYS.settings[0] };

/** The screens that are worth a name. */
const SCREENS = ['search', 'page', 'share', 'numbers', 'contacts', 'settings', 'me'] as const satisfies readonly ScreenName[];

/** The lists and the screens. */
export const places: Provider = {
  isOffered: true,
  title: () => commands.goTo,
  // A list has no name while that is being loaded.
  items: () => [...NAMED_VIEWS.map(listItem).filter(({ name }) => name !== ''), ...SCREENS.map(screenItem)],
};

function listItem(view: (typeof NAMED_VIEWS)[number]): Item {
  return {
    id: `view:${view}`,
    name: looksOf(view).name,
    icon: looksOf(view).icon,
    key: viewKey(view),
    run() {
      navigate({ view, conversationId: null, screen: null });
      focusList();
    },
  };
}

function screenItem(screen: (typeof SCREENS)[number]): Item {
  return {
    id: `screen:${screen}`,
    ...SCREEN_LOOKS[screen],
    key: KEYS[screen],
    run: () => (screen === 'search' ? openSearch() : navigate({ view: 'open', conversationId: null, screen })),
  };
}
