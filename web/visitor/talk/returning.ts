import type { OpenConversation } from '@foyer/domain/conversation';
import { ApiProblem } from '../../lib/api.ts';
import { isTransient } from '../../lib/is-transient.ts';
import { comeBack } from './come-back.ts';
import { endSession, handleEnding } from './endings.ts';
import { show } from './show.ts';
import type { Talk } from './talk.ts';

const AGAIN_MS = 1000;
const AGAIN_MAX_MS = 30_000;

/** Opens the conversation that this browser knows, retrying until there is an answer; then sends unsent messages. */
export async function reopen(talk: Talk): Promise<void> {
  const { keeper, outbox, state } = talk;
  if (state.phase === 'box' && keeper.read().conversationId) talk.set({ phase: 'opening' });
  for (let waitMs = AGAIN_MS; keeper.read().conversationId; waitMs = Math.min(waitMs * 2, AGAIN_MAX_MS)) {
    try {
      const opened = await openOwn(talk);
      const { id } = opened.conversation;
      if (id !== keeper.read().conversationId) keeper.change(({ pending }) => ({ conversationId: id, pending }));
      giveBackOthers(talk);
      show(talk, opened);
      break;
    } catch (cause) {
      if (handleEnding(talk, cause)) return;
      if (cause instanceof ApiProblem && !isTransient(cause)) return endSession(talk);
      talk.set({ wait: { reason: cause instanceof ApiProblem && cause.code === 'offline' ? 'offline' : 'trouble', waitMs } });
      await untilOnline(waitMs);
    }
  }
  outbox.retry();
}

/**
 * Opens what the cookie has. If that is another conversation than this browser's, the resume page has opened it and the person hasn't agreed
 * (go-to-page.ts), or it was opened without JavaScript. The person still has the code that they typed. The code that this browser keeps
 * may be stored nowhere else, so it decides, as long as it opens anything.
 */
async function openOwn(talk: Talk): Promise<OpenConversation> {
  const opened = await talk.api.open();
  const { conversationId, code, newCode } = talk.keeper.read();
  if (opened.conversation.id === conversationId || !(code ?? newCode)) return opened;
  return comeBack(talk).catch((cause) => {
    if (cause instanceof ApiProblem && cause.code === 'unknown-code') return opened;
    throw cause;
  });
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
