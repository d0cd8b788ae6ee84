import type { ThreadMessage } from '../messages.ts';

export function someMessage(id: string, sender: string, createdAt: number, more: Partial<ThreadMessage> = {}): ThreadMessage {
  return { id, kind: 'text', sender, text: id, createdAt, ...more };
}

export function fullPage(name: string, sender: string, createdAt: number): ThreadMessage[] {
  return Array.from({ length: 50 }, (_, index) =>
    someMessage(`${name}${String(index).padStart(2, '0')}`, sender, createdAt + index * 1000),
  );
}
