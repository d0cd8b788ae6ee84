import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { classes } from './classes.ts';

interface Props {
  label: string;
  /**
   * In the middle, or at the side if there is room; on phones both slide up from the bottom. `top`: for a list below a field, wide, and on
   * phones above the keyboard.
   */
  place?: 'middle' | 'side' | 'top';
  /** Wider, for `middle` with sentences. */
  isWide?: boolean;
  onClose(): void;
  onKeyDown?(event: TargetedKeyboardEvent<HTMLDialogElement>): void;
  children: ComponentChildren;
}

/** A modal dialog. Escape or a click outside closes it and returns the focus to where it was. */
export function Dialog({ label, place = 'middle', isWide = false, onClose, onKeyDown, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-label={label}
      onKeyDown={onKeyDown}
      class={classes(
        'enter fixed m-0 w-full max-w-none bg-raised text-ink shadow-raised max-two:inset-x-0',
        place === 'top'
          ? 'max-two:top-0 max-two:h-[85dvh] max-two:rounded-b-2xl max-two:pt-[env(safe-area-inset-top)]'
          : 'max-two:top-auto max-two:bottom-0 max-two:max-h-[85dvh] max-two:rounded-t-2xl max-two:pb-[env(safe-area-inset-bottom)]',
        place === 'side'
          ? 'two:inset-y-2 two:end-2 two:start-auto two:h-auto two:max-h-none two:w-80 two:rounded-2xl'
          : 'two:inset-x-0 two:top-[min(18vh,10rem)] two:mx-auto two:h-fit two:max-h-[calc(100dvh-min(18vh,10rem)-1rem)] two:rounded-2xl',
        place === 'middle' && (isWide ? 'two:w-104' : 'two:w-80'),
        place === 'top' && 'two:w-144',
      )}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      {/* Covers the whole dialog, so a press on empty space inside doesn't close it. In the middle the height is the content's: Safari would collapse it. */}
      <div class={place === 'side' ? 'two:h-full' : place === 'top' ? 'max-two:h-full' : ''}>{children}</div>
    </dialog>
  );
}
