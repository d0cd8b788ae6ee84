import { textOn } from '@foyer/domain/colour';

/** What of a page its snippets need. */
export interface Shared {
  /** Of the site: `https://example.org`. */
  origin: string;
  slug: string;
  /** The name that visitors write to. */
  firstName: string;
  /** `#rrggbb` */
  accent: string;
}

/** A link that looks like a button, as HTML to paste anywhere: no script, its look in itself. */
export function linkSnippet({ origin, slug, firstName, accent }: Shared): string {
  const look = [
    'display:inline-block',
    'padding:.75em 1.25em',
    'border-radius:.5em',
    `background:${accent}`,
    `color:${textOn(accent)}`,
    'font:inherit',
    'line-height:1.25',
    'text-decoration:none',
  ];
  return `<a href="${escaped(`${origin}/${slug}#conversation`)}" style="${escaped(look.join(';'))}">Write to ${escaped(firstName)}</a>`;
}

/** The message box in a frame, as HTML. It shows on the sites that the manager has named, and nowhere else. */
export function frameSnippet({ origin, slug, firstName }: Pick<Shared, 'origin' | 'slug' | 'firstName'>): string {
  const address = escaped(`${origin}/${slug}/embed`);
  return `<iframe src="${address}" title="${escaped(`Write to ${firstName}`)}" loading="lazy" style="display:block;width:100%;max-width:40rem;height:24rem;border:0"></iframe>`;
}

/** As text, and as an attribute's value between double quotes. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (symbol) => entities[symbol] ?? '');
}
