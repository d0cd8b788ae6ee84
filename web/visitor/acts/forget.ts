import { startOver } from '../talk/endings.ts';
import { sentenceOf } from '../talk/sentence-of.ts';
import type { Talk } from '../talk/talk.ts';
import type { ControlApi } from './control-api.ts';
import { leavePushes } from './tell-by-push.ts';

/** Removes the conversation from this browser: cookie, code, and unsent text. Returns a sentence on failure. */
export async function forget(talk: Talk, api: ControlApi): Promise<string | null> {
  const { pushId } = talk.keeper.read();
  try {
    await api.forget();
    startOver(talk, '', true);
    if (pushId) await leavePushes();
    return null;
  } catch (cause) {
    return sentenceOf(cause);
  }
}
