import type { OpenConversation } from '@foyer/domain/conversation';
import type { Following } from './transport.ts';

const POLL_MS = 5000;
const POLL_MAX_MS = 30_000;

interface Needs {
  open(): Promise<OpenConversation>;
  /** Handles a response. Returns whether it had anything new. */
  answered(opened: OpenConversation): boolean;
  /** Handles a failure. Returns whether to stop asking. */
  failed(cause: unknown): Promise<boolean>;
}

/** Follows a conversation by polling the API: first after `waitMs`, then every 5 s, and up to every 30 s while there is nothing new. */
export function followOverApi({ open, answered, failed }: Needs, waitMs = POLL_MS): Following {
  let isStopped = false;
  let pauseMs = POLL_MS;
  let timer = setTimeout(ask, waitMs);

  async function ask(): Promise<void> {
    let isNews = false;
    try {
      const opened = await open();
      if (isStopped) return;
      isNews = answered(opened);
    } catch (cause) {
      if (isStopped || (await failed(cause))) return;
    }
    if (isStopped) return;
    pauseMs = isNews ? POLL_MS : Math.min(pauseMs * 1.5, POLL_MAX_MS);
    timer = setTimeout(ask, pauseMs);
  }

  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
