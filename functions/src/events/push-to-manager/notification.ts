import type { ManagerPush } from '@foyer/domain/manager-push';
import type { Settings } from '@foyer/domain/settings';
import type { StoredConversation } from '../../db.ts';
import type { StoredDevice } from '../../devices/stored-devices.ts';
import type { Push } from '../../push/push-sender.ts';
import { pushWordsIn } from '../../push/push-words.ts';

/** A browser that is off for longer is told by the inbox when it opens. */
const TTL_SECONDS = 24 * 3600;

/** One notification for each conversation: its id is the topic, and the tag in the browser. */
export function notificationOf(conversationId: string, conversation: StoredConversation, settings: Settings, device: StoredDevice): Push {
  const { words, language, direction } = pushWordsIn(settings.language ?? device.language);
  const { alias, visitor, unread, lastMessage } = conversation;
  const payload: ManagerPush = {
    kind: 'message',
    conversationId,
    title: alias || visitor.name || words.newMessage,
    body: settings.isTextInPush ? lastMessage.preview : words.unread({ count: unread }),
    at: lastMessage.at.toMillis(),
    unread,
    reply: words.reply,
    placeholder: words.writeReply,
    language,
    direction,
  };
  return { payload, topic: conversationId, ttlSeconds: TTL_SECONDS };
}
