import { type ReadonlySignal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { connection } from '../connection/connection.ts';
import type { Thread } from '../messages/thread.ts';
import { say, sayFailed, sayOffering } from '../notice/notice.ts';
import { route } from '../route/history.ts';
import { words } from '../words.ts';

/** As many pages of 50 messages are loaded before the manager is asked whether to go on. */
const PAGES_MAX = 40;
/** How long the message is marked. */
const MARKED_MS = 3000;

/** Scrolls to the message that the address names, once it is loaded, and marks it briefly. Returns whether it is being looked for. */
export function useWantedMessage(thread: Thread, log: RefObject<HTMLElement | null>): ReadonlySignal<boolean> {
  const { messageId } = route.value;
  const isLooking = useSignal(false);
  /** The message that was found or given up: only once, so that the manager can scroll on. */
  const settled = useRef<string | null>(null);
  const pages = useRef(0);
  // The server's first page replaces this browser's copy, so what is found in a copy would move away. Offline the copy stays.
  const isComing = thread.reading.value.isCopy && connection.value === 'online';
  const shown = isComing ? null : thread.shown.value;
  const older = thread.older.value;

  useLayoutEffect(() => {
    const isOpen = messageId !== undefined && settled.current !== messageId;
    isLooking.value = isOpen && shown !== null;
    if (!isOpen || !shown || older === 'loading') return;
    const settle = () => {
      settled.current = messageId;
      isLooking.value = false;
    };
    const lookOn = () => {
      pages.current = 0;
      settled.current = null;
      isLooking.value = true;
      thread.loadOlder();
    };
    const message = log.current?.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
    if (message) {
      settle();
      land(message);
    } else if (older === 'none') {
      settle();
      log.current?.focus({ preventScroll: true });
      say(words.messageGone);
    } else if (older === 'failed') {
      settle();
      sayFailed(words.messageNotLoaded, lookOn);
    } else if (pages.current >= PAGES_MAX) {
      settle();
      sayOffering(words.messageFarUp, words.keepLooking, lookOn);
    } else {
      pages.current++;
      thread.loadOlder();
    }
  }, [messageId, shown, older]);
  return isLooking;
}

function land(message: HTMLElement): void {
  // Screen readers continue from here. The mark shows where it is.
  message.tabIndex = -1;
  message.focus({ preventScroll: true });
  message.scrollIntoView({ block: 'center' });
  message.toggleAttribute('data-wanted', true);
  setTimeout(() => message.removeAttribute('data-wanted'), MARKED_MS);
}
