import { withNodes } from '@foyer/words/with-nodes';
import { useComputed, useSignal } from '@preact/signals';
import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useLayoutEffect } from 'preact/hooks';
import { latinKey } from '../../lib/latin-key.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Conversation } from '../conversations/conversation.ts';
import { isModPressed } from '../keys/mod-key.ts';
import { words as commands } from '../keys/words.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { findItems } from './find.ts';
import type { Item } from './provider.ts';
import { PROVIDERS } from './providers.ts';
import { keepRecent, readRecent } from './recent.ts';
import { ResultList } from './result-list.tsx';

const QUERY_MAX = 200;

export interface Props {
  /** The conversations that acts change. */
  targets: readonly Conversation[];
  onClose(): void;
}

/** A field that finds everything that can be done or opened, with the results below. The first result is always chosen by Enter. */
export function PaletteDialog({ targets, onClose }: Props) {
  const id = useId();
  const workspace = useWorkspace();
  const query = useSignal('');
  const loaded = useSignal(0);
  /** By id: what arrives meanwhile must not move under Enter. */
  const chosen = useSignal<string | null>(null);
  const refusal = useSignal<string | null>(null);
  const recent = useSignal(readRecent());
  const groups = useComputed(() => {
    loaded.value;
    return findItems(query.value, { workspace, targets }, PROVIDERS, { recent: recent.value, recentTitle: commands.commandsRecent });
  }).value;
  const items = groups.flatMap((group) => group.items);
  const index = Math.max(
    0,
    items.findIndex((item) => item.id === chosen.value),
  );

  useEffect(() => {
    // Chromium 153 and older remember a failed import until the page is loaded again: then the screen itself couldn't open either.
    if (!navigator.onLine) return;
    for (const { load } of PROVIDERS) {
      load?.().then(
        () => loaded.value++,
        () => {},
      );
    }
  }, []);
  useLayoutEffect(() => {
    document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' });
  }, [index, groups]);

  const point = (to: number) => {
    if (to === index) return;
    chosen.value = items[to]?.id ?? null;
    refusal.value = null;
  };
  const move = (to: number) => point((to + items.length) % Math.max(1, items.length));
  const choose = (item: Item | undefined) => {
    if (!item) return;
    if (item.whyNot !== undefined) {
      refusal.value = item.whyNot;
      return;
    }
    if (!item.isOneOff) keepRecent(item.id);
    onClose();
    // The focus is back where it was by then, and the item may move it.
    setTimeout(item.run);
  };
  const press = (event: TargetedKeyboardEvent<HTMLDialogElement>) => {
    // 229: an input method handles the key.
    if (event.isComposing || event.keyCode === 229) return;
    if (isModPressed(event) && latinKey(event) === 'k') onClose();
    else if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLInputElement)) return;
    else if (event.key === 'ArrowDown') move(index + 1);
    else if (event.key === 'ArrowUp') move(index - 1);
    else if (event.key === 'Enter') choose(items[index]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog label={words.commands} place="top" onClose={onClose} onKeyDown={press}>
      <div class="flex flex-col max-two:h-full">
        <h2 class="sr-only">{words.commands}</h2>
        <div class="flex shrink-0 items-center gap-3 border-b border-line ps-4 pe-2">
          <Icon name="search" class="shrink-0 text-soft" />
          <input
            role="combobox"
            aria-label={commands.commandsPlaceholder}
            aria-autocomplete="list"
            aria-expanded={items.length > 0}
            aria-controls={items.length > 0 ? `${id}-list` : undefined}
            aria-activedescendant={items.length > 0 ? `${id}-${index}` : undefined}
            placeholder={commands.commandsPlaceholder}
            // The placeholder has the direction of its language.
            dir={query.value === '' ? undefined : 'auto'}
            autoFocus
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            enterkeyhint="go"
            maxLength={QUERY_MAX}
            value={query.value}
            onInput={({ currentTarget: { value } }) => {
              query.value = value;
              chosen.value = null;
              refusal.value = null;
            }}
            class="h-12 min-w-0 grow bg-transparent text-md outline-none placeholder:text-soft"
          />
          <IconButton icon="close" label={words.close} class="pointer-fine:hidden" onClick={onClose} />
        </div>
        <p role="status" class="sr-only">
          {refusal.value ?? commands.commandsFound({ count: items.length })}
        </p>
        {items.length > 0 ? (
          <ResultList id={id} groups={groups} chosen={index} isRefused={refusal.value !== null} onPoint={point} onChoose={choose} />
        ) : (
          <p class="px-4 py-8 text-center text-sm text-soft [overflow-wrap:anywhere]">
            {withNodes(commands.commandsNone, { query: <bdi>{query.value.trim()}</bdi> })}
          </p>
        )}
      </div>
    </Dialog>
  );
}
