import type { Profile } from '@foyer/domain/profile';
import { linksOf } from '@foyer/web/public-page/person-data';
import { pictureAddress } from '@foyer/web/public-page/picture-address';

/** Bytes of UTF-8 in one line (RFC 6350, 3.2). */
const LINE_BYTES = 75;

/** A vCard 4.0 (RFC 6350) of what the page shows. It has no email address: people with the card write on the page. */
export function vcardOf(profile: Profile, { origin, address }: { origin: string; address: string }): string {
  const { name, pronouns, headline, intro, location, timeZone, language, portrait } = profile;
  const [given, family] = nameParts(name);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:individual',
    `FN:${escaped(name)}`,
    `N:${escaped(family)};${escaped(given)};;;`,
    pronouns && `PRONOUNS:${escaped(pronouns)}`,
    headline && `TITLE:${escaped(headline)}`,
    intro && `NOTE:${escaped(intro)}`,
    `URL;PREF=1:${address}`,
    ...linksOf(profile).map((url) => `URL:${uri(url)}`),
    location && `ADR:;;;${escaped(location)};;;`,
    timeZone && `TZ:${escaped(timeZone)}`,
    `LANG:${language}`,
    portrait && `PHOTO:${pictureAddress(origin, portrait)}`,
    'END:VCARD',
  ];
  return lines.map((line) => (line ? `${folded(line)}\r\n` : '')).join('');
}

/** Escapes a text value (RFC 6350, 3.4). Drops other control characters, which have no escape. */
function escaped(text: string): string {
  return text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|[\n\u0085\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** Addresses aren't escaped, but can't contain a line end. */
function uri(url: string): string {
  return new URL(url).href.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

/** The last word is the family name, as in most address books. A single name has none. */
function nameParts(name: string): [given: string, family: string] {
  const words = name.split(' ');
  return words.length === 1 ? [name, ''] : [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
}

/** Continuation lines start with a space. Never splits a character. */
function folded(line: string): string {
  let text = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LINE_BYTES) {
      text += '\r\n ';
      bytes = 1;
    }
    text += character;
    bytes += size;
  }
  return text;
}
