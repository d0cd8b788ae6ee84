import { Icon } from '../../ui/icon.tsx';
import { Key } from '../keys/key.tsx';
import { MOVE_KEYS } from '../keys/keys.ts';
import { words } from '../words.ts';
import { rememberOrigin, SEARCH_LINK, searchHref } from '../workspace/open-search.ts';

const [KEY] = MOVE_KEYS.search;

/** Opens the search. Without a rail there is only room for its icon. */
export function SearchLink() {
  return (
    <a
      id={SEARCH_LINK}
      href={searchHref()}
      aria-keyshortcuts={KEY}
      title={words.withKey({ label: words.search, key: KEY })}
      onClick={rememberOrigin}
      class="flex h-8 min-w-8 shrink-0 items-center justify-center gap-2 rounded-lg text-sm text-soft hover:bg-hover hover:text-ink three:border three:border-line three:ps-2.5 three:pe-1 max-three:size-11"
    >
      <Icon name="search" class="max-three:size-5" />
      <span class="max-three:sr-only">{words.search}</span>
      <span aria-hidden="true" class="hidden three:flex pointer-coarse:hidden">
        <Key name={KEY} />
      </span>
    </a>
  );
}
