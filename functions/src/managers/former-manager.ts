import { slugSkeleton } from '@foyer/domain/slug';
import type { Platform } from '../cloud.ts';

/**
 * Whose page was at a slug, or `null`: also a manager whose page is closed or whose account is gone, as long as the slug is kept for them.
 * For browsers that still have a conversation there. One read.
 */
export async function formerManagerAt(platform: Platform, slug: string): Promise<string | null> {
  const held = (await (await platform.tables()).slug(slugSkeleton(slug)).get()).data();
  return held && (held.slug === slug || held.former?.[slug] !== undefined) ? held.managerId : null;
}
