import type { Profile } from '@foyer/domain/profile';
import { linksOf } from '@foyer/web/public-page/person-data';
import { pictureAddress } from '@foyer/web/public-page/picture-address';

/** Bytes of UTF-8 in one line (RFC 6350, 3.2). */
const LINE_BYTES = 75;

/** A contact card in vCard 4.0 (RFC 6350), of what the page shows. There is no email address: whoever has the card writes on the page. */
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

/** A text value: RFC 6350, 3.4. Other control characters have no escape, and no place. */
function escaped(text: string): string {
  return text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|[\n\u0085\u2028\u2029]/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** A value that is an address is not escaped; it can hold no line's end. */
function uri(url: string): string {
  return new URL(url).href.replace(/[^\x21-\x7e]/gu, encodeURIComponent);
}

/** The last word is the family's, as most address books sort. A name of one word has none. */
function nameParts(name: string): [given: string, family: string] {
  const words = name.split(' ');
  return words.length === 1 ? [name, ''] : [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
}

/** Further lines begin with a space. No character is parted between two of them. */
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
