import type { ThreadMessage } from '../messages.ts';

/** A text message that says its own id. */
export function someMessage(id: string, sender: string, createdAt: number, more: Partial<ThreadMessage> = {}): ThreadMessage {
  return { id, kind: 'text', sender, text: id, createdAt, ...more };
}

/** A full page, the oldest first, one message a second from `createdAt` on. */
export function fullPage(name: string, sender: string, createdAt: number): ThreadMessage[] {
  return Array.from({ length: 50 }, (_, index) =>
    someMessage(`${name}${String(index).padStart(2, '0')}`, sender, createdAt + index * 1000),
  );
}
