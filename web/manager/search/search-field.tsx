import { SEARCH_MAX } from '@foyer/domain/limits';
import type { Ref } from 'preact';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Key } from '../keys/key.tsx';
import { words as shared } from '../words.ts';
import type { Search } from './search.ts';
import { words } from './words.ts';

interface Props {
  field: Ref<HTMLInputElement>;
  search: Search;
  onClear(): void;
  onLeave(): void;
}

export function SearchField({ field, search, onClear, onLeave }: Props) {
  const query = search.query.value;
  return (
    <div class="flex items-center gap-1">
      <IconButton icon="back" label={shared.back} class="-ms-2 size-11! three:hidden!" onClick={onLeave} />
      <div class="flex h-12 min-w-0 grow items-center gap-3 rounded-xl border border-edge/70 bg-raised ps-3.5 pe-1.5 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:-outline-offset-1 has-[input:focus-visible]:outline-accent">
        <Icon name="search" class={classes('shrink-0 text-soft', search.isSearching.value && 'pulse')} />
        <input
          ref={field}
          data-search
          type="search"
          aria-label={words.field}
          placeholder={words.field}
          // The placeholder has the direction of its language.
          dir={query === '' ? undefined : 'auto'}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          enterkeyhint="search"
          maxLength={SEARCH_MAX}
          value={query}
          onInput={({ currentTarget }) => search.type(currentTarget.value)}
          class="h-full min-w-0 grow bg-transparent text-md outline-none placeholder:text-soft [&::-webkit-search-cancel-button]:hidden"
        />
        {query === '' ? (
          <span class="pe-2 pointer-coarse:hidden" aria-hidden="true">
            <Key name={shared.keyEscape} />
          </span>
        ) : (
          <IconButton icon="close" label={words.clear} onClick={onClear} />
        )}
      </div>
    </div>
  );
}
