/** A tag of a link, of a length that people write. One pass: a page may be a hundred thousand brackets. */
const LINK_TAG = /<(?:a|link)\s([^<>]{1,2000})>/gi;
const ATTRIBUTE = /([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;

/** Whether a page at `address` says `rel=me` of one of `ours`, addresses without a slash at their end. */
export function linksBack({ url: address, html }: { url: string; html: string }, ours: ReadonlySet<string>): boolean {
  for (const [, written = ''] of shownMarkup(html).matchAll(LINK_TAG)) {
    const attributes = new Map(
      [...written.matchAll(ATTRIBUTE)].map((found) => [found[1]?.toLowerCase(), found[2] ?? found[3] ?? found[4] ?? '']),
    );
    if (!attributes.get('rel')?.toLowerCase().split(/\s+/).includes('me')) continue;
    const target = URL.parse(decoded(attributes.get('href') ?? ''), address);
    if (target && ours.has(target.origin + target.pathname.replace(/\/$/, ''))) return true;
  }
  return false;
}

/** Without what a browser does not show as markup: whoever can write into these cannot make a link. */
function shownMarkup(html: string): string {
  const hidden = [
    ['<!--', '-->'],
    ['<script', '</script'],
    ['<style', '</style'],
    ['<textarea', '</textarea'],
    ['<template', '</template'],
  ] as const;
  return hidden.reduce((text, [opening, closing]) => without(text, opening, closing), html);
}

function without(text: string, opening: string, closing: string): string {
  const small = text.toLowerCase();
  let kept = '';
  let from = 0;
  // Lower case of a few letters is longer than they are; then the places would not fit.
  if (small.length !== text.length) return without(small, opening, closing);
  for (;;) {
    const begin = small.indexOf(opening, from);
    if (begin === -1) return kept + text.slice(from);
    kept += text.slice(from, begin);
    const end = small.indexOf(closing, begin + opening.length);
    if (end === -1) return kept;
    from = end + closing.length;
  }
}

/** The references that publishing tools write into addresses. */
function decoded(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    })
    .replaceAll('&amp;', '&')
    .trim();
}
