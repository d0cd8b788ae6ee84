import { textOn } from '@foyer/domain/colour';

/** The page's data in its snippets. */
export interface Shared {
  /** The site's: `https://example.org`. */
  origin: string;
  slug: string;
  /** The text of the link, or the title of the frame: `Write to Ada`. */
  label: string;
  /** `#rrggbb` */
  accent: string;
}

/** A link that looks like a button, as HTML to paste anywhere: no script, with inline styles. */
export function linkSnippet({ origin, slug, label, accent }: Shared): string {
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
  return `<a href="${escaped(`${origin}/${slug}#conversation`)}" style="${escaped(look.join(';'))}">${escaped(label)}</a>`;
}

/** The message box in a frame, as HTML. It only shows on sites that the manager has allowed. */
export function frameSnippet({ origin, slug, label }: Pick<Shared, 'origin' | 'slug' | 'label'>): string {
  const address = escaped(`${origin}/${slug}/embed`);
  return `<iframe src="${address}" title="${escaped(label)}" loading="lazy" style="display:block;width:100%;max-width:40rem;height:24rem;border:0"></iframe>`;
}

/** Escaped for text, and for an attribute's value between double quotes. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (symbol) => entities[symbol] ?? '');
}
