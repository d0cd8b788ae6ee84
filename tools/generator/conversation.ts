import type { ConversationDocument } from '@foyer/domain/conversation';
import type { MessageDocument } from '@foyer/domain/message';
import { newConversation, withMessage } from '@foyer/domain/new-conversation';
import { newTextMessage } from '@foyer/domain/new-message';
import { isFromManager, MANAGER, type ParticipantId, VISITOR } from '@foyer/domain/participant';
import { Timestamp } from '@google-cloud/firestore';
import { type Chance, chanceOf } from './chance.ts';
import { beginning, timesFrom } from './moments.ts';
import { firstText, furtherText, somePerson, spamText } from './texts.ts';

export interface Inbox {
  seed: number;
  nowMs: number;
  years: number;
  /** The titles that visitors can write about. */
  sections: readonly string[];
  /** The ids of the manager's labels. */
  labels: readonly string[];
}

export interface Generated {
  id: string;
  conversation: ConversationDocument<Timestamp>;
  messages: readonly { id: string; message: MessageDocument<Timestamp> }[];
}

type Conversation = ConversationDocument<Timestamp>;

const DAY_MS = 24 * 3_600_000;
/** A conversation is done and archived after about this time. */
const DONE_MS = 14 * DAY_MS;

/** The `number`th conversation of an inbox, with this many messages. The same inbox always has the same one. */
export function generated(inbox: Inbox, number: number, messageCount: number): Generated {
  const chance = chanceOf(inbox.seed, number);
  const tray = chance.is(0.03) ? 'spam' : chance.is(0.02) ? 'requests' : 'inbox';
  const person = somePerson(chance);
  const section = tray === 'inbox' && inbox.sections.length > 0 && chance.is(0.4) ? chance.pick(inbox.sections) : null;
  const senders = sendersOf(chance, messageCount, tray === 'inbox');
  const times = timesFrom(chance, beginning(chance, inbox.seed, inbox), senders, inbox.nowMs);
  const id = chance.id(32).replace(/[g-z]/g, (letter) => ((letter.codePointAt(0) ?? 0) % 16).toString(16));
  const messages = senders.map((sender, index) => {
    const text =
      tray === 'spam'
        ? spamText(chance, person)
        : index === 0
          ? firstText(chance, person, section)
          : furtherText(chance, person, section, sender);
    const at = Timestamp.fromMillis(times[index] ?? inbox.nowMs);
    return { id: chance.id(21), message: newTextMessage({ sender, text }, at) };
  });
  const [first, ...further] = messages;
  if (!first) throw new RangeError('a conversation has at least one message');
  const { phrases, name, email } = person;
  const visitor = { name, locale: phrases.locale, ...(email === undefined ? {} : { email }) };
  const begun = newConversation({ visitor, section, tray, tat: 0, dayTat: 0 }, first, first.message.createdAt);
  const whole = further.reduce((before, added) => withMessage(before, added, added.message.createdAt), begun);
  return { id, conversation: filed(chance, whole, inbox), messages };
}

/** Who writes: the visitor first, then mostly in turns. Nobody answers spam and requests. */
function sendersOf(chance: Chance, count: number, isAnswered: boolean): ParticipantId[] {
  const senders: ParticipantId[] = [VISITOR];
  let sender: ParticipantId = VISITOR;
  while (senders.length < count) {
    if (isAnswered && chance.is(0.75)) sender = isFromManager({ sender }) ? VISITOR : MANAGER;
    senders.push(sender);
  }
  return senders;
}

/** What the manager did with it since: old ones are read and archived, a few are pinned, muted, snoozed, labelled or blocked. */
function filed(chance: Chance, conversation: Conversation, { nowMs, labels }: Inbox): Conversation {
  const quietMs = nowMs - conversation.lastMessage.at.toMillis();
  const isRead = conversation.tray === 'inbox' && (quietMs > 3 * DAY_MS || chance.is(0.6));
  const isDone = conversation.tray === 'inbox' && isRead && chance.is(quietMs > DONE_MS ? 0.9 : 0.3);
  const isSnoozed = isRead && !isDone && chance.is(0.1);
  const chosen = labels.filter(() => chance.is(0.12));
  return {
    ...conversation,
    ...(isRead ? { unread: 0, isUnread: false } : {}),
    ...(isDone ? { status: 'archived' } : {}),
    ...(isSnoozed ? { status: 'snoozed', snoozedUntil: Timestamp.fromMillis(nowMs + chance.between(1, 60) * DAY_MS) } : {}),
    labels: conversation.tray === 'inbox' ? chosen : [],
    pinned: conversation.tray === 'inbox' && chance.is(isDone ? 0.001 : 0.02),
    isMuted: chance.is(0.01),
    blockedAt: conversation.tray === 'spam' && chance.is(0.3) ? conversation.updatedAt : null,
  };
}

/** How many messages each of `conversations` has: few in most, many in some, `messages` in all. */
export function messageCounts(seed: number, conversations: number, messages: number): Uint32Array {
  if (messages < conversations) throw new RangeError('every conversation has at least one message');
  const chance = chanceOf(seed, -2);
  const weights = Float64Array.from({ length: conversations }, () => chance.spread());
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const spare = messages - conversations;
  const counts = Uint32Array.from(weights, (weight) => 1 + Math.floor((spare * weight) / sum));
  let left = messages - counts.reduce((total, count) => total + count, 0);
  for (let index = 0; left > 0; index = (index + 1) % conversations, left--) counts[index] = (counts[index] ?? 0) + 1;
  return counts;
}
