import { MESSAGE_VERSION } from './conversation-versions.ts';
import type { MessageDocument } from './message.ts';
import type { ParticipantId } from './participant.ts';

interface NewText {
  sender: ParticipantId;
  text: string;
  replyTo?: string | undefined;
}

/** A text message as it is stored. `text` is normalised and without fault; `now` is how the store spells the time of the write. */
export function newTextMessage<T>({ sender, text, replyTo }: NewText, now: T): MessageDocument<T> {
  return { version: MESSAGE_VERSION, kind: 'text', sender, text, createdAt: now, ...(replyTo === undefined ? {} : { replyTo }) };
}
