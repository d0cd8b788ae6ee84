import { MessageText } from '@foyer/domain/schema';
import { expect, test } from 'vitest';
import { ADA_CONVERSATIONS } from './ada-conversations.ts';
import { documentsOf } from './conversation.ts';
import { TOMAS_CONVERSATIONS } from './tomas-conversations.ts';

const nowMs = Date.UTC(2026, 0, 15);
const examples = [...ADA_CONVERSATIONS, ...TOMAS_CONVERSATIONS];

test('contains only messages that could have been sent', () => {
  for (const { messages } of examples) {
    for (const { text } of messages) expect(MessageText.parse(text)).toBe(text);
  }
});

test('has ascending times that end before now', () => {
  for (const { messages } of examples) {
    const hours = messages.map(({ hoursAgo }) => hoursAgo);
    expect(hours).toEqual(hours.toSorted((one, other) => other - one));
    expect(hours.at(-1)).toBeGreaterThan(0);
  }
});

test('repeats the last message in the summary and counts all messages', () => {
  for (const example of examples) {
    const { conversation, messages } = documentsOf(example, nowMs);
    expect(conversation.lastMessage.id).toBe(messages.at(-1)?.id);
    expect(conversation.messageCount).toBe(messages.length);
    expect(conversation.unread).toBeLessThanOrEqual(messages.filter(({ message }) => message.sender === 'visitor').length);
  }
});
