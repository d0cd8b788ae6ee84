import { looksLikeCode } from '@foyer/domain/code-alike';
import { resumeLink } from '@foyer/domain/resume-code';
import { codeAlone } from '@foyer/domain/typed-code';

/**
 * What a frame says to a text that is nothing but a resume code, or looks like one, instead of sending it; `null` for any other text. A
 * frame opens no conversation: it shows the way to the page.
 */
export function questionAbout(text: string, slug: string, sendAnyway: () => void): { said: string; ways: HTMLElement[] } | null {
  const code = codeAlone(text);
  if (code === null && !looksLikeCode(text)) return null;
  const onward = Object.assign(document.createElement('a'), {
    className: 'act',
    href: code ? resumeLink('', slug, code) : `/${slug}`,
    target: '_blank',
    rel: 'noopener',
    textContent: 'Continue your conversation',
  });
  if (code) return { said: "That's a code, so we didn't send it.", ways: [onward] };
  const anyway = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'quiet',
    textContent: 'Send it as a message',
    onclick: sendAnyway,
  });
  return { said: "This looks like a code, so we haven't sent it.", ways: [onward, anyway] };
}
