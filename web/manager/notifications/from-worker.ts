/** What the service worker asks an open dashboard to do. It answers `true` on the message's port, or the worker opens a new window. */
export type FromWorker = {
  conversationId: string;
  /** A reply that was written in the notification, to be sent. */
  reply: string | null;
  /** When it was asked, in ms since 1970. A window that was frozen may get it much later. */
  askedAt: number;
};

/** For how long the worker waits for an answer, and a dashboard does what it was asked. */
export const ASKED_MS = 2000;

/**
 * A reply as the fragment of an address, which is sent nowhere: it becomes the draft of a conversation in a new window. Whole, as a text of
 * any length can be a draft.
 */
export function draftFragment(reply: string): string {
  // Unlike `encodeURIComponent` it also encodes half of an emoji.
  return `#${new URLSearchParams({ draft: reply })}`;
}

/** The reply in such a fragment, or `null`. */
export function draftOf(fragment: string): string | null {
  return new URLSearchParams(fragment.slice(1)).get('draft');
}
