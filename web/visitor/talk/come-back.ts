import type { OpenConversation } from '@foyer/domain/conversation';
import type { ResumeCode } from '@foyer/domain/resume-code';
import { ApiProblem } from '../../lib/api.ts';
import type { Keeper } from './keeper.ts';
import type { Talk } from './talk.ts';

/** Opens the conversation with the code that this browser keeps, or with the one that may have replaced it. Throws `ApiProblem`. */
export async function comeBack({ api, keeper }: Talk): Promise<OpenConversation> {
  const { code, newCode } = keeper.read();
  if (newCode) {
    try {
      const opened = await api.resume(newCode);
      settleCode(keeper, newCode);
      return opened;
    } catch (cause) {
      if (!(cause instanceof ApiProblem && cause.code === 'unknown-code')) throw cause;
    }
  }
  if (!code) throw new ApiProblem('session-ended');
  return api.resume(code);
}

/** The new code is the conversation's from now on. */
export function settleCode(keeper: Keeper, code: ResumeCode): void {
  keeper.change(({ newCode: _, ...kept }) => ({ ...kept, code, isCodeSeen: false, isCodeCopied: false }));
}
