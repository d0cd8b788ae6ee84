import { MESSAGE_VERSION } from './conversation-versions.ts';
import type { MessageDocument } from './message.ts';
import type { ParticipantId } from './participant.ts';

interface NewText {
  sender: ParticipantId;
  text: string;
  replyTo?: string | undefined;
}

/** A text message to store. `text` must be normalised and valid; `now` is how the store writes the current time. */
export function newTextMessage<T>({ sender, text, replyTo }: NewText, now: T): MessageDocument<T> {
  return { version: MESSAGE_VERSION, kind: 'text', sender, text, createdAt: now, ...(replyTo === undefined ? {} : { replyTo }) };
}
