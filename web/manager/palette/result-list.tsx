import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { words } from '../words.ts';
import type { Group } from './find.ts';
import type { Item } from './provider.ts';

interface Props {
  /** The beginning of every id in it: options are numbered over all groups. */
  id: string;
  groups: readonly Group[];
  chosen: number;
  /** Whether the chosen one was tried, and can't be done. */
  isRefused: boolean;
  onPoint(index: number): void;
  onChoose(item: Item): void;
}

/** The results as a listbox. The focus stays in the field, which names the chosen option. */
export function ResultList({ id, groups, chosen, isRefused, onPoint, onChoose }: Props) {
  let index = 0;
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={words.commands}
      class="min-h-0 grow overflow-y-auto overscroll-contain px-1.5 pb-1.5 two:max-h-100"
    >
      {groups.map(({ title, items }, group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be in a listbox.
        <div key={title} role="group" aria-labelledby={`${id}-group-${group}`}>
          <p id={`${id}-group-${group}`} class="px-2.5 pt-3 pb-1 text-xs text-soft">
            {title}
          </p>
          {items.map((item) => {
            const at = index++;
            return (
              <Option
                key={item.id}
                id={`${id}-${at}`}
                item={item}
                isChosen={at === chosen}
                isRefused={isRefused && at === chosen}
                onPoint={() => onPoint(at)}
                onChoose={() => onChoose(item)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

interface OptionProps {
  id: string;
  item: Item;
  isChosen: boolean;
  isRefused: boolean;
  onPoint(): void;
  onChoose(): void;
}

function Option({ id, item: { name, note, icon, key, whyNot }, isChosen, isRefused, onPoint, onChoose }: OptionProps) {
  const more = whyNot ?? note;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, and names this option.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-disabled={whyNot !== undefined}
      aria-keyshortcuts={key}
      // A pointer that only rests where the list appears chooses nothing.
      onMouseMove={onPoint}
      onClick={onChoose}
      class={classes(
        'flex min-h-9 items-center gap-3 rounded-lg px-2.5 text-base pointer-coarse:min-h-11',
        isChosen && 'bg-hover outline-2 -outline-offset-2 outline-accent',
        whyNot !== undefined && 'text-soft',
      )}
    >
      <Icon name={icon} class="shrink-0 text-soft" />
      <bdi class="max-w-[60%] shrink-0 truncate">{name}</bdi>
      {more !== undefined && <bdi class={classes('min-w-0 truncate text-sm', isRefused ? 'text-danger' : 'text-soft')}>{more}</bdi>}
      {key !== undefined && whyNot === undefined && <kbd class="ms-auto ps-2 font-sans text-xs text-soft pointer-coarse:hidden">{key}</kbd>}
    </div>
  );
}
