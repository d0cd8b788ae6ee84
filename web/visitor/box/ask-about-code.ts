import { looksLikeCode } from '@foyer/domain/code-alike';
import { codeAlone } from '@foyer/domain/typed-code';
import { speakCards } from '../speak.ts';
import type { Draft, Talk } from '../talk/talk.ts';
import { cards } from '../words.ts';

/** Asks before it sends a text that is, or looks like, only a code, which would give the manager access. Returns whether it asks. */
export async function askAboutCode({ keeper, state, set }: Talk, draft: Draft): Promise<boolean> {
  const code = codeAlone(draft.text);
  if (code === null && !looksLikeCode(draft.text)) return false;
  const { code: own, newCode } = keeper.read();
  if (state.phase === 'open' && code !== null && [own, newCode].includes(code)) {
    await speakCards();
    set({ said: cards.ownCode });
  } else {
    set({ card: { link: draft.text, draft } });
  }
  return true;
}
