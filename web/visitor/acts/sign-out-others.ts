import { ApiProblem } from '../../lib/api.ts';
import { comeBack } from '../talk/come-back.ts';
import { handleEnding } from '../talk/endings.ts';
import { reopen } from '../talk/returning.ts';
import { show } from '../talk/show.ts';
import type { Talk } from '../talk/talk.ts';
import { cards } from '../words.ts';
import type { ControlApi } from './control-api.ts';
import { insist } from './insist.ts';

/**
 * Signs every other browser out of the conversation and continues in this one. A request whose answer was lost may have signed this browser
 * out too: it then resumes with its own code and asks again.
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
  // This connection's session ends too, and it would notice before the answer arrives.
  talk.disconnect();
  try {
    show(
      talk,
      await insist(ask, () => {
        isUnsure = true;
      }),
    );
    talk.set({ card: 'signed-out' });
    outbox.retry();
  } catch (cause) {
    if (!isUnsure) keeper.change((kept) => ({ ...kept, isSigningOut: false }));
    if (handleEnding(talk, cause)) return;
    talk.set({ card: null, said: cards.signOutFailed });
    await reopen(talk);
  }
}
