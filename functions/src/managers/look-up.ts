import type { StoredManager } from '../db.ts';
import { networkOf } from '../http/network.ts';
import type { Asked } from '../http/route.ts';
import { type FoundManager, findManager, isRemembered, managerAt } from './find-manager.ts';

/** A look-up that is not cached costs the reader's network more. Throws `too-fast`. */
export async function lookUp(
  context: Asked,
  slug: string,
  isNewEnough?: (manager: StoredManager) => boolean,
): Promise<FoundManager | null> {
  admitLookUp(context, slug);
  return findManager(context.var.cloud, slug, isNewEnough);
}

/** `managerAt` for a read, at the same cost. Throws `unknown-slug` or `too-fast`. Writes have a stricter limit already. */
export async function lookUpAt(context: Asked, slug: string): Promise<FoundManager> {
  admitLookUp(context, slug);
  return managerAt(context.var.cloud, slug);
}

function admitLookUp(context: Asked, slug: string): void {
  const { cloud } = context.var;
  if (!isRemembered(cloud, slug)) cloud.door.admitLookUp(networkOf(context), cloud.now());
}
