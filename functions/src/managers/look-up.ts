import type { Context } from 'hono';
import type { StoredManager } from '../db.ts';
import { networkOf } from '../http/network.ts';
import type { SiteEnv } from '../http/route.ts';
import { type FoundManager, findManager, isRemembered } from './find-manager.ts';

/** The manager whose page is at `slug`, or `null`. What this instance does not remember costs the reader's network more. Throws `too-fast`. */
export async function lookUp(
  context: Context<SiteEnv>,
  slug: string,
  isNewEnough?: (manager: StoredManager) => boolean,
): Promise<FoundManager | null> {
  const { cloud } = context.var;
  if (!isRemembered(cloud, slug)) cloud.door.admitLookUp(networkOf(context), cloud.now());
  return findManager(cloud, slug, isNewEnough);
}
