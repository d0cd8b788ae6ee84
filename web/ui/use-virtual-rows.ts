import { useSignal } from '@preact/signals';
import { elementScroll, observeElementOffset, observeElementRect, type Range, Virtualizer } from '@tanstack/virtual-core';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Rows on each side of the visible ones. Enough for keys that move the focus, and for most of what people search in the page. */
const OVERSCAN = 40;
/** The rendered rows change once in so many rows, not with each row that is scrolled. */
const STEP = 20;

interface Rows {
  count: number;
  /** In px. Rows that are rendered may be a little taller. */
  heightOf(index: number): number;
  keyOf(index: number): string;
  /** Called when rows from `first` to `last` are visible. */
  onVisible?(first: number, last: number): void;
}

export interface VirtualRows {
  /** The rendered rows: indexes, the end excluded. */
  start: number;
  end: number;
  /** The heights of what is not rendered, in px. */
  above: number;
  below: number;
  /** Renders a row, and scrolls to it if it is not visible. */
  reveal(index: number): void;
}

/** Renders only the rows of a long list that are near the visible ones. `scroller` finds the element that scrolls. */
export function useVirtualRows(scroller: () => HTMLElement | null, rows: Rows): VirtualRows {
  const shown = useSignal('');
  const virtual = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const options = {
    count: rows.count,
    getScrollElement: scroller,
    estimateSize: rows.heightOf,
    getItemKey: rows.keyOf,
    overscan: OVERSCAN,
    rangeExtractor: renderedIn,
    initialRect: { width: innerWidth, height: innerHeight },
    scrollToFn: elementScroll,
    observeElementOffset,
    // A hidden list keeps what it has rendered.
    observeElementRect: (instance: Virtualizer<HTMLElement, HTMLElement>, told: (rect: { width: number; height: number }) => void) =>
      observeElementRect(instance, (rect) => rect.height > 0 && told(rect)),
    onChange(instance: Virtualizer<HTMLElement, HTMLElement>) {
      shown.value = boundsOf(instance).join();
      if (instance.range) rows.onVisible?.(instance.range.startIndex, instance.range.endIndex);
    },
  };
  virtual.current ??= new Virtualizer(options);
  const virtualizer = virtual.current;
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());

  // Read, so that a change renders again.
  void shown.value;
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    start: first?.index ?? 0,
    end: last ? last.index + 1 : 0,
    above: first?.start ?? 0,
    below: virtualizer.getTotalSize() - (last?.end ?? 0),
    reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}

function renderedIn({ startIndex, endIndex, overscan, count }: Range): number[] {
  const start = Math.max(0, Math.floor(startIndex / STEP) * STEP - overscan);
  const end = Math.min(count, Math.ceil((endIndex + 1) / STEP) * STEP + overscan);
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function boundsOf(instance: Virtualizer<HTMLElement, HTMLElement>): [number, number] {
  const indexes = instance.getVirtualIndexes();
  return [indexes[0] ?? 0, indexes.at(-1) ?? 0];
}
