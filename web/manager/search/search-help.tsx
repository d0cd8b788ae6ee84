import { useSignal } from '@preact/signals';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { FILTERS, type FilterName } from './filters.ts';
import { recentSearches } from './recent-searches.ts';
import { words } from './words.ts';

const HINTS: Readonly<Record<FilterName, string>> = {
  from: words.hintFrom,
  label: words.hintLabel,
  is: words.hintIs,
  in: words.hintIn,
  before: words.hintBefore,
  after: words.hintAfter,
};

const LINE =
  'flex min-h-10 w-full min-w-0 grow items-center gap-3 rounded-lg px-2.5 text-start text-base hover:bg-hover pointer-coarse:min-h-12';

interface Props {
  onSearch(query: string): void;
  onFilter(filter: FilterName): void;
}

/** Below the empty field: recent searches, and what a search can be narrowed to. */
export function SearchHelp({ onSearch, onFilter }: Props) {
  return (
    <>
      <RecentSearches onSearch={onSearch} />
      <section aria-labelledby="search-filters">
        <h2 id="search-filters" class="ps-2.5 pb-1 text-xs font-medium text-soft">
          {words.filters}
        </h2>
        <ul class="two:grid two:grid-cols-2 two:gap-x-4">
          {FILTERS.map((filter) => (
            <li key={filter}>
              <button type="button" data-result={filter} onClick={() => onFilter(filter)} class={LINE}>
                <code dir="ltr" class="min-w-15 shrink-0 font-sans font-medium">
                  {filter}:
                </code>
                <span class="min-w-0 text-sm text-soft">{HINTS[filter]}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function RecentSearches({ onSearch }: Pick<Props, 'onSearch'>) {
  const recent = useSignal(recentSearches.read());
  if (recent.value.length === 0) return null;
  const change = (act: () => void) => {
    act();
    recent.value = recentSearches.read();
    // The button that had the focus is gone.
    document.querySelector<HTMLElement>('[data-search]')?.focus();
  };
  return (
    <section aria-labelledby="recent-searches" class="mb-6">
      <div class="flex items-center justify-between gap-3 ps-2.5 pb-1">
        <h2 id="recent-searches" class="text-xs font-medium text-soft">
          {words.recent}
        </h2>
        <button
          type="button"
          class="rounded-lg px-2.5 py-1 text-xs text-soft hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
          onClick={() => change(recentSearches.clear)}
        >
          {words.clearRecent}
        </button>
      </div>
      <ul>
        {recent.value.map((query) => (
          <li key={query} class="flex items-center">
            <button type="button" data-result={`recent ${query}`} onClick={() => onSearch(query)} class={LINE}>
              <Icon name="clock" class="shrink-0 text-soft" />
              <bdi class="min-w-0 truncate">{query}</bdi>
            </button>
            <IconButton icon="close" label={words.removeRecent({ query })} onClick={() => change(() => recentSearches.remove(query))} />
          </li>
        ))}
      </ul>
      <p class="px-2.5 pt-1 text-xs text-soft">{words.recentNote}</p>
    </section>
  );
}
