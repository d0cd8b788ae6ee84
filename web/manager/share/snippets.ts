/** What of a page its snippets need. `origin` is the site's. */
export interface Shared {
  origin: string;
  slug: string;
  name: string;
}

/** A link to the message box, as HTML to paste anywhere. */
export function buttonSnippet({ origin, slug, name }: Shared): string {
  return `<a href="${origin}/${slug}#conversation">Write to ${escaped(name)}</a>`;
}

/** The message box in a frame, as HTML. It shows on the sites that the manager has named, and nowhere else. */
export function frameSnippet({ origin, slug, name }: Shared): string {
  return `<iframe src="${origin}/${slug}/embed" title="Write to ${escaped(name)}" loading="lazy" style="width:100%;height:24rem;border:0"></iframe>`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (symbol) => entities[symbol] ?? '');
}
