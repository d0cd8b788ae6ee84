import type { Content } from '@foyer/domain/messages/kind';
import { plainTextOf } from '@foyer/domain/messages/kinds';
import { isFromManager } from '@foyer/domain/participant';
import { plainValue } from './plain-value.ts';

interface Said extends Content {
  kind?: string;
  sender?: string;
  createdAt?: string;
}

/** One message for people: when, who, and the text. */
export function messageText(stored: object): string {
  const message = plainValue(stored) as Said;
  const { kind = 'text', sender = '', createdAt = '' } = message;
  return `[${createdAt.slice(0, 16).replace('T', ' ')} UTC] ${isFromManager({ sender }) ? '→' : '←'}\n${plainTextOf(kind, message)}\n`;
}

/** The messages of a file, below whom they are with. */
export function fileText(conversation: object, texts: readonly string[]): string {
  const { visitor } = conversation as { visitor?: { name?: string; email?: string } };
  const head = [visitor?.name, visitor?.email].filter(Boolean).join(' · ');
  return [head, ...texts].filter(Boolean).join('\n');
}
