import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Act } from '../acts/act.ts';
import { perform } from '../acts/perform.ts';
import { actsIn } from '../acts/register.ts';
import type { Conversation } from '../conversations/conversation.ts';
import { useWorkspace } from '../workspace/context.ts';
import { intentOf, isFar, type Side, shiftOf, sideOf } from './swipe-motion.ts';

/** A row that is being swiped: by how many px, to which side, and what a release would do. */
export interface Swipe {
  shift: number;
  side: Side;
  act: Act | undefined;
  isFar: boolean;
}

/** Swipes from the window's edge belong to the browser or the phone. */
const EDGE_PX = 24;
const SETTLE_MS = 160;
/** As long as phones wait before they open a menu. */
const LONG_PRESS_MS = 500;
/** After this, a row that was swiped away and is still in the list is shown again. */
const STILL_HERE_MS = 400;

/** Swipes a row with a finger, which moves its link, or selects it by a long press. The conversation's header offers the same acts. */
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
      press: () => workspace.selection.toggle(latest.current.id),
      show(dx, isRightToLeft) {
        const { offsetWidth } = element;
        const side = sideOf(dx, isRightToLeft);
        const act = actsIn(`swipe ${side}`, latest.current)[0];
        const shift = shiftOf(dx, offsetWidth, act !== undefined);
        swipe.value = { shift, side, act, isFar: isFar(dx, offsetWidth) };
        face.style.transform = `translateX(${shift}px)`;
      },
      release(isKept) {
        const { shift, act, isFar } = swipe.peek() ?? { shift: 0, act: undefined, isFar: false };
        const done = isKept && isFar ? act : undefined;
        // An act that asks first changes nothing yet.
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
  /** The finger stayed where it is for long. */
  press(): void;
  show(dx: number, isRightToLeft: boolean): void;
  /** The finger was lifted (`isKept`), or the gesture was cancelled. */
  release(isKept: boolean): void;
}

/** Follows touch and pens, not a mouse. With `touch-action: pan-y`, the browser handles vertical movement and sends a cancel. */
function followSwipes(element: HTMLElement, { press, show, release }: Hands): () => void {
  let stop = () => {};
  const begin = ({ pointerType, isPrimary, pointerId, clientX, clientY }: PointerEvent) => {
    if (pointerType === 'mouse' || !isPrimary || clientX < EDGE_PX || clientX > innerWidth - EDGE_PX) return;
    stop();
    const isRightToLeft = getComputedStyle(element).direction === 'rtl';
    let isSwiping = false;
    const longPress = () => {
      stop();
      withoutClickAfter(element);
      press();
    };
    const timer = setTimeout(longPress, LONG_PRESS_MS);
    const move = (event: PointerEvent) => {
      if (event.pointerId !== pointerId) return;
      const dx = event.clientX - clientX;
      const intent = isSwiping ? 'swipe' : intentOf(dx, event.clientY - clientY);
      if (intent === 'scroll') stop();
      if (intent !== 'swipe') return;
      clearTimeout(timer);
      isSwiping = true;
      show(dx, isRightToLeft);
    };
    const end = (event: Event) => {
      stop();
      if (!isSwiping) return;
      if (event.type === 'pointerup') withoutClick(element);
      release(event.type === 'pointerup');
    };
    // Where phones report their own long press, it counts: its menu would cover the row, and the touch may end with it.
    const withoutMenu = (event: Event) => {
      if (isSwiping) return;
      event.preventDefault();
      longPress();
    };
    // Some phones begin to drag the link, which would end the touch.
    const withoutDrag = (event: Event) => event.preventDefault();
    // Otherwise Chrome continues it as a fling, and the next tap only stops that.
    const keep = (event: TouchEvent) => isSwiping && event.preventDefault();
    const ends = ['pointerup', 'pointercancel', 'scroll'];
    window.addEventListener('pointermove', move);
    element.addEventListener('touchmove', keep, { passive: false });
    element.addEventListener('contextmenu', withoutMenu);
    element.addEventListener('dragstart', withoutDrag);
    for (const name of ends) window.addEventListener(name, end, true);
    stop = () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', move);
      element.removeEventListener('touchmove', keep);
      element.removeEventListener('contextmenu', withoutMenu);
      element.removeEventListener('dragstart', withoutDrag);
      for (const name of ends) window.removeEventListener(name, end, true);
    };
  };
  element.addEventListener('pointerdown', begin);
  return () => {
    stop();
    element.removeEventListener('pointerdown', begin);
  };
}

/** Some browsers also send a click for a short swipe or a long press, sometimes late. A click by a key counts. */
function withoutClick(element: HTMLElement): void {
  const prevent = (event: MouseEvent) => {
    if (event.detail === 0) return;
    event.preventDefault();
    event.stopPropagation();
  };
  element.addEventListener('click', prevent, true);
  window.addEventListener('pointerdown', () => element.removeEventListener('click', prevent, true), { capture: true, once: true });
}

/** After a long press, until the finger is lifted. */
function withoutClickAfter(element: HTMLElement): void {
  const prevent = (event: Event) => event.preventDefault();
  const end = () => {
    withoutClick(element);
    element.removeEventListener('contextmenu', prevent);
    for (const name of ['pointerup', 'pointercancel']) window.removeEventListener(name, end, true);
  };
  element.addEventListener('contextmenu', prevent);
  for (const name of ['pointerup', 'pointercancel']) window.addEventListener(name, end, true);
}

async function settled(face: HTMLElement, from: number, to: number): Promise<void> {
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : SETTLE_MS;
  const keyframes = [from, to].map((x) => ({ transform: `translateX(${x}px)` }));
  // The row may be removed before that.
  await face.animate(keyframes, { duration, easing: 'ease-out' }).finished.catch(() => {});
}
