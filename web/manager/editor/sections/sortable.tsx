import type { ComponentChildren } from 'preact';
import { classes } from '../../../ui/classes.ts';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { words } from '../words.ts';
import { announce } from './announcer.tsx';
import { useSorting } from './use-sorting.ts';

interface Row {
  id: string;
  name: string;
}

interface Props<T extends Row> {
  /** The name of the list, for screen readers. */
  label: string;
  rows: readonly T[];
  move(row: T, to: number): void;
  children(row: T, handle: ComponentChildren): ComponentChildren;
}

/** A list that the person can sort, by dragging or with buttons. */
export function Sortable<T extends Row>({ label, rows, move, children }: Props<T>) {
  const go = (from: number, to: number) => {
    const row = rows[from];
    if (!row || to === from || to < 0 || to >= rows.length) return;
    move(row, to);
    announce(words.movedTo({ name: row.name, position: to + 1, total: rows.length }));
  };
  const { list, dragged, gap, begin } = useSorting(go);
  const step = (index: number, by: 1 | -1, button: HTMLButtonElement) => {
    go(index, index + by);
    // A moved element loses the focus.
    requestAnimationFrame(() => button.focus());
  };
  return (
    <ul ref={list} aria-label={label} class="flex flex-col gap-1.5">
      {rows.map((row, index) => (
        <li
          key={row.id}
          class={classes(
            'relative rounded-xl border border-line bg-raised',
            dragged.value === index && 'opacity-40',
            gap.value === index && dragged.value !== null && LINE,
            gap.value === rows.length && index === rows.length - 1 && dragged.value !== null && LINE_BELOW,
          )}
        >
          {children(
            row,
            <span class="flex shrink-0 items-center">
              <span
                onPointerDown={(event) => begin(event, index)}
                aria-hidden="true"
                title={words.dragToMove}
                class="grid h-8 w-6 cursor-grab touch-none place-items-center text-soft hover:text-ink pointer-coarse:h-11 pointer-coarse:w-8"
              >
                <Icon name="grip" />
              </span>
              {([-1, 1] as const).map((by) => {
                const isEnd = index + by < 0 || index + by >= rows.length;
                return (
                  <IconButton
                    key={by}
                    icon={by < 0 ? 'up' : 'down'}
                    label={by < 0 ? words.moveUp({ name: row.name }) : words.moveDown({ name: row.name })}
                    aria-disabled={isEnd}
                    class="h-8! w-6! aria-disabled:opacity-30 pointer-coarse:h-11! pointer-coarse:w-9!"
                    onClick={(event) => step(index, by, event.currentTarget)}
                  />
                );
              })}
            </span>,
          )}
        </li>
      ))}
    </ul>
  );
}

const LINE = 'before:absolute before:inset-x-2 before:-top-1 before:h-0.5 before:rounded-full before:bg-accent';
const LINE_BELOW = 'after:absolute after:inset-x-2 after:-bottom-1 after:h-0.5 after:rounded-full after:bg-accent';
