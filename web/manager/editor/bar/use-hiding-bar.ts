import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { createHiding } from './hiding.ts';

/** Focus by keyboard. A finger's press focuses too, and so does opening the screen: its heading. */
const REACHED_BY_KEY = ':is(a, button):focus-visible';

/** A bar over the screen's scroller that hides on scrolling down. It stays while it has the keyboard's focus. */
export function useHidingBar(): { bar: RefObject<HTMLDivElement | null>; isHidden: ReadonlySignal<boolean> } {
  const bar = useRef<HTMLDivElement>(null);
  const isHidden = useSignal(false);
  useEffect(() => {
    const element = bar.current;
    const scroller = element?.closest('main');
    if (!element || !scroller) return;
    const hides = createHiding(element.offsetHeight);
    const look = () => {
      isHidden.value = hides(scroller.scrollTop) && !element.querySelector(REACHED_BY_KEY);
    };
    const show = () => {
      isHidden.value = false;
    };
    scroller.addEventListener('scroll', look, { passive: true });
    element.addEventListener('focusin', show);
    return () => {
      scroller.removeEventListener('scroll', look);
      element.removeEventListener('focusin', show);
    };
  }, []);
  return { bar, isHidden };
}
