/** A piece of a message: text, or an address that may be followed. `text` is always shown as it was written. */
export interface TextPart {
  text: string;
  /** `https:` or `mailto:`, and nothing else. */
  href?: string;
}

const CANDIDATE = /\b(?:https:\/\/|mailto:)[^\s<>"\\\u202a-\u202e\u2066-\u2069]+/gi;

/** A host with a dot and perhaps a port. No user's name before it: `https://bank.example@evil.example` reads like another host's. */
const WEB = /^https:\/\/[^/?#@:]+\.[^/?#@:.]+(?::\d+)?(?:[/?#]|$)/i;

/** One address, and no parameters: they could write a mail for the person. */
const MAIL = /^mailto:[^@?&]+@[^@?&]+\.[^@?&]+$/i;

/**
 * Parts a text at its links. Only `https:` and `mailto:` are links, so that none can run a script. The parts' texts joined are the text.
 */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const link = withoutClosing(match[0]);
    if (!WEB.test(link) && !MAIL.test(link)) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: link, href: link });
    end = match.index + link.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

const CLOSING = /[.,;:!?'*_~…»”’\]}]/;

/** A sentence's end belongs to the sentence, and a bracket to whoever opened it. One pass: a text can be four thousand brackets long. */
function withoutClosing(link: string): string {
  let unopened = link.split(')').length - link.split('(').length;
  let end = link.length;
  for (; end > 0; end--) {
    const last = link.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened--;
    else if (!CLOSING.test(last)) break;
  }
  return link.slice(0, end);
}
