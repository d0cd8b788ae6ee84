import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Act } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { actsIn } from '../acts/register.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { useWorkspace } from '../workspace/context.ts';
import { intentOf, isFar, shiftOf, sideOf } from './swipe-motion.ts';

/** What is uncovered at the moment: how far, to which side in px, and what a release would do. */
export interface Swipe {
  shift: number;
  act: Act | undefined;
  isFar: boolean;
}

/** From the window's edge the browser or the phone goes back. */
const EDGE_PX = 24;
const SETTLE_MS = 160;
/** When a row that was swiped away is shown again because it is still in the list. */
const STILL_HERE_MS = 400;

/** Swiping a row with a finger, which moves its link. What can be done by it is also in the conversation's header. */
export function useSwipe(conversation: Conversation): { row: RefObject<HTMLLIElement | null>; swipe: ReadonlySignal<Swipe | null> } {
  const workspace = useWorkspace();
  const row = useRef<HTMLLIElement>(null);
  const swipe = useSignal<Swipe | null>(null);
  const latest = useRef(conversation);
  latest.current = conversation;

  useEffect(() => {
    const element = row.current;
    const face = element?.querySelector('a');
    if (!element || !face) return;
    return followSwipes(element, {
      show(dx, isRightToLeft) {
        const { offsetWidth } = element;
        const act = actsIn(sideOf(dx, isRightToLeft) === 'end' ? 'swipe end' : 'swipe start', latest.current)[0];
        const shift = shiftOf(dx, offsetWidth, act !== undefined);
        swipe.value = { shift, act, isFar: isFar(dx, offsetWidth) };
        face.style.transform = `translateX(${shift}px)`;
      },
      release(isKept) {
        const { shift, act, isFar } = swipe.peek() ?? { shift: 0, act: undefined, isFar: false };
        const done = isKept && isFar ? act : undefined;
        // Something that asks first changes nothing yet.
        const isLeaving = done !== undefined && !('dialog' in done);
        const rest = isLeaving ? Math.sign(shift) * element.offsetWidth : 0;
        const settle = () => {
          face.style.transform = '';
          swipe.value = null;
        };
        settled(face, shift, rest).then(() => {
          if (isLeaving) {
            face.style.transform = `translateX(${rest}px)`;
            setTimeout(settle, STILL_HERE_MS);
          } else settle();
          if (done) perform(done, { conversations: [latest.current], workspace });
        });
      },
    });
  }, []);
  return { row, swipe };
}

interface Hands {
  show(dx: number, isRightToLeft: boolean): void;
  /** The finger is gone. `isKept`: it was lifted, and nothing else took over. */
  release(isKept: boolean): void;
}

/** Follows fingers and pens, never a mouse. With `touch-action: pan-y`, going up or down is the browser's, which says so by a cancel. */
function followSwipes(element: HTMLElement, { show, release }: Hands): () => void {
  let stop = () => {};
  const begin = ({ pointerType, isPrimary, pointerId, clientX, clientY }: PointerEvent) => {
    if (pointerType === 'mouse' || !isPrimary || clientX < EDGE_PX || clientX > innerWidth - EDGE_PX) return;
    stop();
    const isRightToLeft = getComputedStyle(element).direction === 'rtl';
    let isSwiping = false;
    const move = (event: PointerEvent) => {
      if (event.pointerId !== pointerId) return;
      const dx = event.clientX - clientX;
      const intent = isSwiping ? 'swipe' : intentOf(dx, event.clientY - clientY);
      if (intent === 'scroll') stop();
      if (intent !== 'swipe') return;
      isSwiping = true;
      show(dx, isRightToLeft);
    };
    const end = (event: Event) => {
      stop();
      if (!isSwiping) return;
      if (event.type === 'pointerup') withoutClick(element);
      release(event.type === 'pointerup');
    };
    // Otherwise Chrome goes on with it as a throw, and takes the next tap for the one that stops it.
    const keep = (event: TouchEvent) => isSwiping && event.preventDefault();
    const ends = ['pointerup', 'pointercancel', 'scroll', 'contextmenu'];
    window.addEventListener('pointermove', move);
    element.addEventListener('touchmove', keep, { passive: false });
    for (const name of ends) window.addEventListener(name, end, true);
    stop = () => {
      window.removeEventListener('pointermove', move);
      element.removeEventListener('touchmove', keep);
      for (const name of ends) window.removeEventListener(name, end, true);
    };
  };
  element.addEventListener('pointerdown', begin);
  return () => {
    stop();
    element.removeEventListener('pointerdown', begin);
  };
}

/** Some browsers take a short swipe for a press as well. */
function withoutClick(element: HTMLElement): void {
  const prevent = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener('click', prevent, true);
  setTimeout(() => element.removeEventListener('click', prevent, true));
}

async function settled(face: HTMLElement, from: number, to: number): Promise<void> {
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : SETTLE_MS;
  const keyframes = [from, to].map((x) => ({ transform: `translateX(${x}px)` }));
  // Where the row is gone before, there is nothing left to settle.
  await face.animate(keyframes, { duration, easing: 'ease-out' }).finished.catch(() => {});
}
