/**
 * Whether a manager has published their page, and not only claimed its address. Until then search engines are kept away. Pages from before
 * this was stored count as published.
 */
export function isPublished({ publishedAt }: { publishedAt?: unknown }): boolean {
  return publishedAt !== null;
}
