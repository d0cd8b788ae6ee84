import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { KeptSearch } from './kept-search.ts';

/** Begins where the search was left: at the result that was opened, else in the field. */
export function usePlace(search: KeptSearch, frame: RefObject<HTMLElement | null>, field: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { scrollTop, focused } = search.place;
    const results = [...(frame.current?.querySelectorAll<HTMLElement>('[data-result]') ?? [])];
    const result = results.find((found) => found.dataset.result === focused);
    (result ?? field.current)?.focus({ preventScroll: true });
    scrollerOf(frame.current)?.scrollTo({ top: result ? scrollTop : 0 });
  }, []);
  useEffect(() => {
    const scroller = scrollerOf(frame.current);
    const keepScroll = () => {
      search.place.scrollTop = scroller?.scrollTop ?? 0;
    };
    const keepFocus = ({ target }: FocusEvent) => {
      search.place.focused = (target instanceof HTMLElement && target.dataset.result) || null;
    };
    scroller?.addEventListener('scroll', keepScroll);
    scroller?.addEventListener('focusin', keepFocus);
    return () => {
      scroller?.removeEventListener('scroll', keepScroll);
      scroller?.removeEventListener('focusin', keepFocus);
    };
  }, []);
}

function scrollerOf(element: HTMLElement | null): HTMLElement | null {
  return element?.closest('main') ?? null;
}
