import { ApiProblem } from '../../lib/api.ts';
import { endSession, heed } from './endings.ts';
import type { Talk } from './talk.ts';

const AGAIN_MS = 1000;
const AGAIN_MAX_MS = 30_000;

/** Opens the conversation that this browser knows, asking again until there is an answer; then sends what was left unsent. */
export async function reopen(talk: Talk): Promise<void> {
  const { api, keeper, outbox, state } = talk;
  if (state.phase === 'box' && keeper.read().conversationId) talk.set({ phase: 'opening' });
  for (let waitMs = AGAIN_MS; keeper.read().conversationId; waitMs = Math.min(waitMs * 2, AGAIN_MAX_MS)) {
    try {
      const opened = await api.open();
      const { id } = opened.conversation;
      // Another conversation than the one that the code belongs to: the cookie is right, the code would be wrong.
      if (id !== keeper.read().conversationId) keeper.change(({ pending }) => ({ conversationId: id, pending }));
      giveBackOthers(talk);
      talk.show(opened);
      break;
    } catch (cause) {
      if (heed(talk, cause)) return;
      if (cause instanceof ApiProblem && !cause.isTransient) return endSession(talk);
      talk.set({ hold: { reason: cause instanceof ApiProblem && cause.code === 'offline' ? 'offline' : 'trouble', waitMs } });
      await untilOnline(waitMs);
    }
  }
  outbox.retry();
}

/** An unsent message goes to no conversation but its own: a link can open somebody else's. Its words go back into the composer. */
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
