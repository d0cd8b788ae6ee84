import type { ResumeCode } from '@foyer/domain/resume-code';
import { ApiProblem } from '../lib/api.ts';
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
      if (cause instanceof ApiProblem && !cause.isTransient) return talk.ended();
      talk.set({ hold: { reason: cause instanceof ApiProblem && cause.code === 'offline' ? 'offline' : 'trouble', waitMs } });
      await untilOnline(waitMs);
    }
  }
  outbox.retry();
}

/** Opens the conversation of a code in this browser. Returns a sentence when that failed. */
export async function resume(talk: Talk, code: ResumeCode): Promise<string | null> {
  const { api, keeper, outbox } = talk;
  try {
    const opened = await api.resume(code);
    const { id: conversationId } = opened.conversation;
    keeper.change(({ pending }) => ({ conversationId, code, isCodeSeen: true, isCodeCopied: true, pending }));
    giveBackOthers(talk);
    talk.show(opened);
    outbox.retry();
    return null;
  } catch (cause) {
    return sentenceOf(cause);
  }
}

/** An unsent message goes to no conversation but its own: a link can open somebody else's. Its words go back into the composer. */
function giveBackOthers({ keeper, takeBack }: Talk): void {
  const kept = keeper.read();
  takeBack(({ conversationId, code }) => (conversationId ? conversationId !== kept.conversationId : code !== kept.code));
}

/** Removes the conversation from this browser: cookie, code, and what was not sent. Returns a sentence when that failed. */
export async function forget(talk: Talk): Promise<string | null> {
  try {
    await talk.api.forget();
    startAnew(talk);
    return null;
  } catch (cause) {
    return sentenceOf(cause);
  }
}

/** Back to the message box. What was not sent is in it. */
export function startAnew(talk: Talk): void {
  talk.disconnect();
  talk.takeBack(() => true);
  talk.keeper.forget();
  talk.set({ phase: 'box', conversation: null, messages: [], card: null, hasOlder: false, managerReadAt: 0, isManagerTyping: false });
}

/** The person has the code, or has at least seen it. */
export function markCodeSeen({ keeper }: Talk, isCopied: boolean): void {
  keeper.change((kept) => ({ ...kept, isCodeSeen: true, isCodeCopied: isCopied || kept.isCodeCopied === true }));
}

function sentenceOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

function untilOnline(waitMs: number): Promise<unknown> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs);
    addEventListener('online', resolve, { once: true });
  });
}
