import { ApiProblem } from '../../lib/api.ts';
import { heed } from '../talk/endings.ts';
import { reopen } from '../talk/returning.ts';
import type { Talk } from '../talk/talk.ts';
import { comeBack } from './come-back.ts';
import type { ControlApi } from './control-api.ts';
import { insist } from './insist.ts';

/**
 * Signs every other browser out of the conversation, and goes on in this one. A request whose answer is lost may have signed this browser
 * out as well: then it comes back with its own code, and asks once more.
 */
export async function signOutOthers(talk: Talk, api: ControlApi): Promise<void> {
  const { keeper, outbox, state } = talk;
  const conversationId = state.conversation?.id ?? '';
  let isUnsure = false;
  const ask = async () => {
    try {
      return await api.signOutOthers(conversationId);
    } catch (cause) {
      if (!(isUnsure && cause instanceof ApiProblem && cause.code === 'session-ended')) throw cause;
      await comeBack(talk);
      return api.signOutOthers(conversationId);
    }
  };

  keeper.change((kept) => ({ ...kept, isSigningOut: true }));
  // It is of the sessions that end, and would hear of it before the answer is here.
  talk.disconnect();
  try {
    talk.show(
      await insist(ask, () => {
        isUnsure = true;
      }),
    );
    talk.set({ card: 'signed-out' });
    outbox.retry();
  } catch (cause) {
    if (!isUnsure) keeper.change((kept) => ({ ...kept, isSigningOut: false }));
    if (heed(talk, cause)) return;
    talk.set({ card: null, said: 'The other devices could not be signed out just now. Please try again.' });
    await reopen(talk);
  }
}
