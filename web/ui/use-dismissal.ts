import { useLayoutEffect } from 'preact/hooks';

/** Escape, and a press or the focus elsewhere, close what is open in an element; Escape gives the focus back to its first button. */
export function useDismissal(ref: { current: HTMLElement | null }, isOpen: boolean, dismiss: () => void): void {
  useLayoutEffect(() => {
    if (!isOpen) return;
    const press = (event: Event) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) dismiss();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      dismiss();
      ref.current?.querySelector('button')?.focus();
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('focusin', press);
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('focusin', press);
      document.removeEventListener('keydown', key, true);
    };
  }, [isOpen]);
}
