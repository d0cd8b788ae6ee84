import { ApiProblem } from '../../lib/api.ts';
import { endSession, handleEnding } from './endings.ts';
import { show } from './show.ts';
import type { Talk } from './talk.ts';

const AGAIN_MS = 1000;
const AGAIN_MAX_MS = 30_000;

/** Opens the conversation that this browser knows, retrying until there is an answer; then sends unsent messages. */
export async function reopen(talk: Talk): Promise<void> {
  const { api, keeper, outbox, state } = talk;
  if (state.phase === 'box' && keeper.read().conversationId) talk.set({ phase: 'opening' });
  for (let waitMs = AGAIN_MS; keeper.read().conversationId; waitMs = Math.min(waitMs * 2, AGAIN_MAX_MS)) {
    try {
      const opened = await api.open();
      const { id } = opened.conversation;
      // The cookie has another conversation than the stored code: the cookie is right, so the code is dropped.
      if (id !== keeper.read().conversationId) keeper.change(({ pending }) => ({ conversationId: id, pending }));
      giveBackOthers(talk);
      show(talk, opened);
      break;
    } catch (cause) {
      if (handleEnding(talk, cause)) return;
      if (cause instanceof ApiProblem && !cause.isTransient) return endSession(talk);
      talk.set({ hold: { reason: cause instanceof ApiProblem && cause.code === 'offline' ? 'offline' : 'trouble', waitMs } });
      await untilOnline(waitMs);
    }
  }
  outbox.retry();
}

/** Never sends an unsent message to another conversation, since a link can open someone else's. Returns its text to the composer. */
export function giveBackOthers({ keeper, takeBack }: Talk): void {
  const kept = keeper.read();
  takeBack(({ conversationId, code }) => (conversationId ? conversationId !== kept.conversationId : code !== kept.code));
}

function untilOnline(waitMs: number): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs);
    addEventListener('online', resolve, { once: true });
  });
}
