import { parseUrl } from './url.ts';

/** `text` is always shown as written. */
export interface TextPart {
  text: string;
  /** `https:` or `mailto:` only. */
  href?: string;
}

/** Characters that are invisible in an address. Excludes joiners, which paths in Persian or with emoji need. */
const INVISIBLE = '\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069';

/**
 * An address up to a space or, in any script, a quotation mark, a bracket, sentence-ending punctuation or a long dash. ASCII has its own
 * rules below, because an address may contain most of these.
 */
const CANDIDATE =
  /\b(?:https:\/\/|mailto:)(?:[!#-;=?-[\]-_a-~]|(?![\p{Quotation_Mark}\p{Terminal_Punctuation}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\u2014\u2015\u2026])[^\p{ASCII}\s])+/giu;

/** Where another address begins, unless it is part of the first one's path or query, as in an archive's or a redirect's. */
const ANOTHER = /[^/=](?=https?:\/\/|mailto:)/gi;

/** A host with a dot whose last label uses one script. Excludes a user name that reads like another host. */
const HOST = '((?:[\\p{L}\\p{M}\\p{N}_-]+\\.)+(?:[a-z][a-z0-9-]*|\\d+|(?:(?!\\p{ASCII})[\\p{L}\\p{M}\\p{N}])+))';

/**
 * What may directly follow a host without belonging to it: punctuation, emoji, and letters of scripts without spaces that resemble no Latin
 * letter. After any other letter the host would read like another one, so there is no link.
 */
const AFTER = `(?=[${INVISIBLE}\\u200c\\u200d]{0,8}(?:$|[.,;!'*()[\\]{}|~]|(?![\\p{Script=Latin}\\p{Script=Lisu}])\\p{Lo}|(?!\\p{ASCII})[\\p{S}\\p{P}]))`;

const WEB = new RegExp(`^https:\\/\\/${HOST}(?::\\d{1,5})?(?:[/?#][^${INVISIBLE}]*|${AFTER})`, 'iu');

/** One address without parameters: they could fill in an email for the person. */
const MAIL = new RegExp(`^mailto:[\\p{L}\\p{M}\\p{N}.!$&'*+=^_{|}~-]+@${HOST}${AFTER}`, 'iu');

/** Linear time. Links are only `https:` and `mailto:`, which run no script, and open the host they show. Joined, the parts are the text. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    let start = index;
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

function linkIn(address: string): string {
  const [web, host = ''] = WEB.exec(address) ?? [];
  if (web) return opens(web, host) ? withoutClosing(web) : '';
  return MAIL.exec(address)?.[0] ?? '';
}

/** Whether a browser opens the host as written: `https://1.1` and lookalike characters lead elsewhere. */
function opens(web: string, host: string): boolean {
  const written = host.toLowerCase();
  const opened = parseUrl(web)?.hostname;
  return /^[\w.-]+$/.test(written) ? opened === written : opened !== undefined && written.normalize('NFKC') === written;
}

const BRACKETS = '()[]{}';

/** Removes sentence punctuation at the end and a bracket opened before the link. One pass forwards, one back. */
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
