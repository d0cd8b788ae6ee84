/** Search engines must not index a claimed page before it is published. Pages stored before `publishedAt` existed count as published. */
export function isPublished({ publishedAt }: { publishedAt?: unknown }): boolean {
  return publishedAt !== null;
}
