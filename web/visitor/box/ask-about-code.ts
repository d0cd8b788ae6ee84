import { looksLikeCode } from '@foyer/domain/code-alike';
import { codeAlone } from '@foyer/domain/typed-code';
import type { Draft, Talk } from '../talk/talk.ts';

/**
 * Asks what a message is for that is nothing but a resume code, or looks like one, instead of sending it: the manager could open the
 * conversation with it. Returns whether it asks.
 */
export function askAboutCode({ keeper, state, set }: Talk, draft: Draft): boolean {
  const code = codeAlone(draft.text);
  if (code === null && !looksLikeCode(draft.text)) return false;
  const { code: own, newCode } = keeper.read();
  if (state.phase === 'open' && code !== null && [own, newCode].includes(code)) {
    set({ said: "That's the code of this conversation, so we didn't send it." });
  } else {
    set({ card: { link: draft.text, draft } });
  }
  return true;
}
