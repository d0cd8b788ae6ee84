import { useLayoutEffect } from 'preact/hooks';

/** Closes an open element on Escape, or on a press or focus elsewhere. Escape returns the focus to its first button. */
export function useDismissal(ref: { current: HTMLElement | null }, isOpen: boolean, dismiss: () => void): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    const press = (event: Event) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) dismiss();
    };
    // Safari focuses the scroll container of a pressed button, not the button; closing then would leave the press without its target.
    const focus = (event: Event) => {
      if (!(event.target instanceof Node && ref.current && event.target.contains(ref.current))) press(event);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      dismiss();
      ref.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('focusin', focus);
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('focusin', focus);
      document.removeEventListener('keydown', key, true);
    };
  }, [isOpen]);
}
