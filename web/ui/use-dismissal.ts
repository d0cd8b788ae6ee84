import { useLayoutEffect } from 'preact/hooks';

/** Escape, and a press or the focus elsewhere, close what is open in an element; Escape gives the focus back to its first button. */
export function useDismissal(ref: { current: HTMLElement | null }, isOpen: boolean, dismiss: () => void): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    const press = (event: Event) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) dismiss();
    };
    // Safari gives a pressed button no focus, but what scrolls around it, and the press would then find nothing any more.
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
