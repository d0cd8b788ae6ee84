import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Takes files that are dropped on an element, or pasted while the pointer or the cursor is in it. A file dropped elsewhere does nothing:
 * without this, the browser would open it.
 */
export function useFiles<E extends HTMLElement>(onFiles: (files: File[]) => void): { ref: RefObject<E | null>; isOver: Signal<boolean> } {
  const ref = useRef<E>(null);
  const isOver = useSignal(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const isInside = (target: EventTarget | null) => target instanceof Node && ref.current?.contains(target) === true;
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      isOver.value = isInside(event.target);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      isOver.value = false;
      if (isInside(event.target)) take.current([...event.dataTransfer.files]);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) isOver.value = false;
    };
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || !ref.current?.matches(':hover, :focus-within')) return;
      event.preventDefault();
      take.current(files);
    };
    const listeners = { dragover: over, drop, dragleave: leave, paste } as const;
    for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener as EventListener);
    };
  }, []);
  return { ref, isOver };
}
