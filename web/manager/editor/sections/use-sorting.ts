import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

/** This near to an edge of its scroller, dragging scrolls it. */
const EDGE_PX = 48;
const STEP_PX = 12;

/**
 * Sorts a list by pointer. The dragged row stays in place and a line shows where it would go, so nothing moves under the finger. `move` is
 * called once, at the end.
 */
export function useSorting(move: (from: number, to: number) => void) {
  const list = useRef<HTMLUListElement & HTMLOListElement>(null);
  const dragged = useSignal<number | null>(null);
  /** The row before which it would go; the number of rows for the end. */
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
      // Moving down, its old place above no longer counts.
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
