import { slugSkeleton } from '@foyer/domain/slug';
import type { Platform } from '../cloud.ts';

/** The last manager of a slug while it is reserved, even if closed or deleted. For browsers with a conversation there. One read. */
export async function formerManagerAt(platform: Platform, slug: string): Promise<string | null> {
  const held = (await (await platform.tables()).slug(slugSkeleton(slug)).get()).data();
  return held && (held.slug === slug || held.former?.[slug] !== undefined) ? held.managerId : null;
}
