import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { isShown } from '../lib/is-shown.ts';
import { latinKey } from '../lib/latin-key.ts';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { useDismissal } from './use-dismissal.ts';

interface Props {
  label: string;
  keyHint?: string;
  icon?: IconName;
  /** Above its button, for one at the bottom of the screen. */
  isAbove?: boolean;
  isDisabled?: boolean;
  isOpen: boolean;
  onToggle(isOpen: boolean): void;
  children: ComponentChildren;
}

/** A button with a menu. Arrow keys move through it; Escape or a choice closes it and returns the focus to the button. */
export function Menu({ label, keyHint, icon = 'dots', isAbove = false, isDisabled = false, isOpen, onToggle, children }: Props) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useDismissal(frame, isOpen, () => onToggle(false));
  useLayoutEffect(() => {
    if (isOpen) itemsIn(list.current)[0]?.focus();
  }, [isOpen]);

  const press = (event: KeyboardEvent) => {
    const items = itemsIn(list.current);
    const next = nextIndex(event.key, items.indexOf(document.activeElement as HTMLElement), items.length);
    if (next !== null) {
      event.preventDefault();
      items[next]?.focus({ focusVisible: true });
    } else if (latinKey(event) === keyHint) {
      event.preventDefault();
      close();
    }
    // A key with its own shortcut does its action, without the menu.
    else if (event.key.length === 1 && event.key !== ' ') close();
  };
  const close = () => {
    frame.current?.querySelector('button')?.focus();
    onToggle(false);
  };
  return (
    <div ref={frame} class="relative">
      <IconButton
        icon={icon}
        label={label}
        keyHint={keyHint}
        disabled={isDisabled}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onToggle(!isOpen)}
      />
      {isOpen && (
        <div
          ref={list}
          id={id}
          role="menu"
          aria-label={label}
          onKeyDown={press}
          onClick={close}
          class={classes(
            'enter absolute end-0 z-20 w-72 rounded-xl bg-raised p-1.5 text-sm shadow-raised',
            isAbove ? 'bottom-full mb-1' : 'mt-1',
          )}
        >
          {children}
        </div>
      )}
    </div>
  );
}

interface ItemProps {
  icon: IconName;
  name: string;
  keyHint?: string | undefined;
  note?: string | undefined;
  isDanger?: boolean | undefined;
  /** Can't be done now; `note` says why. */
  isDisabled?: boolean;
  class?: string | undefined;
  onChoose(): void;
}

export function MenuItem({ icon, name, keyHint, note, isDanger = false, isDisabled = false, class: extra, onChoose }: ItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-keyshortcuts={keyHint}
      aria-disabled={isDisabled || undefined}
      onClick={onChoose}
      class={classes(
        'grid w-full grid-cols-[1rem_1fr_auto] items-center gap-x-3 rounded-lg px-2.5 py-1.5 text-start hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11',
        isDanger && 'text-danger',
        isDisabled && 'opacity-60',
        extra,
      )}
    >
      <Icon name={icon} class={classes('shrink-0', !isDanger && 'text-soft')} />
      {name}
      {keyHint && <kbd class="font-sans text-xs text-soft pointer-coarse:hidden">{keyHint}</kbd>}
      {note && <span class="col-start-2 col-end-4 text-xs text-pretty text-soft">{note}</span>}
    </button>
  );
}

export function MenuRule() {
  return <hr class="mx-2.5 my-1.5 border-line" />;
}

function itemsIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])].filter(isShown);
}

/** The index that a key moves to in a menu of `count`, wrapping around, or `null` if the key doesn't move in menus. */
export function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowUp':
      return (index <= 0 ? count : index) - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
