import { parseUrl } from './url.ts';

/** A piece of a message: text, or an address that may be followed. `text` is always shown as it was written. */
export interface TextPart {
  text: string;
  /** `https:` or `mailto:`, and nothing else. */
  href?: string;
}

/** Characters that nobody sees in an address. Not the joiners, which a path in Persian or of pictograms needs. */
const INVISIBLE = '\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069';

/**
 * From where an address begins to a space, or in any script to a quotation mark, a bracket, a mark that ends a sentence or a long dash.
 * ASCII has its own rules, below: there an address may hold most of these.
 */
const CANDIDATE =
  /\b(?:https:\/\/|mailto:)(?:[!#-;=?-[\]-_a-~]|(?![\p{Quotation_Mark}\p{Terminal_Punctuation}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\u2014\u2015\u2026])[^\p{ASCII}\s])+/giu;

/** Where another address begins within one, unless it is a part of the first, as in an archive's or a redirect's. */
const ANOTHER = /[^/=](?=https?:\/\/|mailto:)/gi;

/** A host with a dot, whose last label is of one script: before a host, no user's name reads like another host. */
const HOST = '((?:[\\p{L}\\p{M}\\p{N}_-]+\\.)+(?:[a-z][a-z0-9-]*|\\d+|(?:(?!\\p{ASCII})[\\p{L}\\p{M}\\p{N}])+))';

/**
 * What may follow a host at once and not belong to it: marks, pictograms, and letters of scripts that look like no Latin letter, written
 * without spaces. After any other letter the host would read like another one, so there is no link.
 */
const AFTER = `(?=[${INVISIBLE}\\u200c\\u200d]{0,8}(?:$|[.,;!'*()[\\]{}|~]|(?![\\p{Script=Latin}\\p{Script=Lisu}])\\p{Lo}|(?!\\p{ASCII})[\\p{S}\\p{P}]))`;

const WEB = new RegExp(`^https:\\/\\/${HOST}(?::\\d{1,5})?(?:[/?#][^${INVISIBLE}]*|${AFTER})`, 'iu');

/** One address, and no parameters: they could write a mail for the person. */
const MAIL = new RegExp(`^mailto:[\\p{L}\\p{M}\\p{N}.!$&'*+=^_{|}~-]+@${HOST}${AFTER}`, 'iu');

/**
 * Parts a text at its links, in time in proportion to its length. Only `https:` and `mailto:` are links, so that none can run a script,
 * and only those that open the host which they show. The parts' texts joined are the text.
 */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    let start = index;
    // A candidate has no space in it.
    for (const address of candidate.replace(ANOTHER, '$& ').split(' ')) {
      const link = linkIn(text.charAt(start - 1) === "'" ? address.replace(/'.*/, '') : address);
      if (link) {
        if (start > end) parts.push({ text: text.slice(end, start) });
        parts.push({ text: link, href: link });
        end = start + link.length;
      }
      start += address.length;
    }
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** The link at the beginning of an address, or nothing. */
function linkIn(address: string): string {
  const [web, host = ''] = WEB.exec(address) ?? [];
  if (web) return opens(web, host) ? withoutClosing(web) : '';
  return MAIL.exec(address)?.[0] ?? '';
}

/** Whether a browser reads the host as it is written: `https://1.1` and letters that stand for others lead elsewhere. */
function opens(web: string, host: string): boolean {
  const written = host.toLowerCase();
  const opened = parseUrl(web)?.hostname;
  return /^[\w.-]+$/.test(written) ? opened === written : opened !== undefined && written.normalize('NFKC') === written;
}

const BRACKETS = '()[]{}';

/** A sentence's end belongs to the sentence, as does a bracket that was opened before the link. One pass forwards, one back. */
function withoutClosing(address: string): string {
  const open = [0, 0, 0];
  let end = 0;
  for (; end < address.length; end++) {
    const kind = BRACKETS.indexOf(address.charAt(end));
    if (kind < 0) continue;
    const pair = kind >> 1;
    const depth = (open[pair] ?? 0) + (kind % 2 ? -1 : 1);
    if (depth < 0) break;
    open[pair] = depth;
  }
  while (/[.,;:!?'*_~|([{]/.test(address.charAt(end - 1))) end--;
  return address.slice(0, end);
}
