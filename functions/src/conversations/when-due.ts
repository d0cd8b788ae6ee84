import { openPlatform } from '../cloud.ts';
import { sendScheduledReplies } from './send-scheduled-replies.ts';
import { wakeConversations } from './wake-conversations.ts';

/** Every five minutes: scheduled replies, and snoozed conversations whose time has come. Neither fails because of the other. */
export async function doWhatIsDue(): Promise<void> {
  const platform = openPlatform();
  try {
    await sendScheduledReplies(platform);
  } finally {
    await wakeConversations(platform);
  }
}
