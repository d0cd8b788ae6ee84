import { looksLikeCode } from '@foyer/domain/code-alike';
import { codeAlone } from '@foyer/domain/typed-code';
import { resumeLink } from '@foyer/domain/written-code';
import { speakCards } from '../speak.ts';
import { cards } from '../words.ts';

/**
 * The frame's reply to a text that is only a resume code, or looks like one, instead of sending it; `null` for any other text. A frame
 * opens no conversation, so it links to the page.
 */
export async function questionAbout(
  text: string,
  slug: string,
  sendAnyway: () => void,
): Promise<{ said: string; ways: HTMLElement[] } | null> {
  const code = codeAlone(text);
  if (code === null && !looksLikeCode(text)) return null;
  await speakCards();
  const onward = Object.assign(document.createElement('a'), {
    className: 'act',
    href: code ? resumeLink('', slug, code) : `/${slug}`,
    target: '_blank',
    rel: 'noopener',
    textContent: cards.continueConversation,
  });
  if (code) return { said: cards.aCode, ways: [onward] };
  const anyway = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'quiet',
    textContent: cards.sendAsMessage,
    onclick: sendAnyway,
  });
  return { said: cards.maybeCode, ways: [onward, anyway] };
}
