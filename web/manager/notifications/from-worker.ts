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
