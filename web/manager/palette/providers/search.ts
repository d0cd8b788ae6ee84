import { words as commands } from '../../keys/words.ts';
import { SCREEN_LOOKS } from '../../shell/screen-looks.ts';
import { words } from '../../words.ts';
import { openSearch } from '../../workspace/open-search.ts';
import type { Provider } from '../provider.ts';

/** The search in all conversations and messages for what was typed, after everything that the palette finds itself. */
export const search: Provider = {
  title: () => words.search,
  items: () => [],
  itemsFor: (query) => [
    {
      id: 'search-for',
      name: commands.searchFor({ query }),
      icon: SCREEN_LOOKS.search.icon,
      isOneOff: true,
      run: () => openSearch(query),
    },
  ],
};
