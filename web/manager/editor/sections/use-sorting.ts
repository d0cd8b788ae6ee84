import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

/** Near an edge of what scrolls, it scrolls. */
const EDGE_PX = 48;
const STEP_PX = 12;

/**
 * Sorting by pointer: the dragged one stays where it is and a line shows where it would go, so that nothing moves under the finger.
 * `move` is called once, at the end, with the two places.
 */
export function useSorting(move: (from: number, to: number) => void) {
  const list = useRef<HTMLUListElement & HTMLOListElement>(null);
  const dragged = useSignal<number | null>(null);
  /** Before which one it would go; the number of all for the end. */
  const gap = useSignal<number | null>(null);

  const begin = (event: PointerEvent, from: number) => {
    if (event.button !== 0 || !list.current) return;
    event.preventDefault();
    const scroller = scrollerOf(list.current);
    const rows = [...list.current.children];
    dragged.value = from;
    gap.value = from;
    const follow = ({ clientY }: PointerEvent) => {
      const { top, bottom } = scroller.getBoundingClientRect();
      if (clientY < top + EDGE_PX) scroller.scrollTop -= STEP_PX;
      if (clientY > bottom - EDGE_PX) scroller.scrollTop += STEP_PX;
      const below = rows.findIndex((row) => clientY < middleOf(row));
      gap.value = below < 0 ? rows.length : below;
    };
    const end = (last: Event) => {
      window.removeEventListener('pointermove', follow);
      for (const name of ['pointerup', 'pointercancel', 'keydown']) window.removeEventListener(name, end, true);
      const to = gap.value ?? from;
      dragged.value = null;
      gap.value = null;
      // Going down, its own place is one less.
      if (last.type === 'pointerup') move(from, to > from ? to - 1 : to);
    };
    window.addEventListener('pointermove', follow);
    for (const name of ['pointerup', 'pointercancel', 'keydown']) window.addEventListener(name, end, true);
  };
  return { list, dragged, gap, begin };
}

function middleOf(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

function scrollerOf(element: Element): Element {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  }
  return document.documentElement;
}
