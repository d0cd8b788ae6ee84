import { smallestFile } from '@foyer/domain/picture-files';
import type { Item } from '../core/sections.ts';

/** The image of an item, at the height of a line. */
export function ItemThumb({ item }: { item: Item }) {
  if (!('image' in item) || !item.image) return null;
  return <img src={smallestFile(item.image)} alt="" loading="lazy" class="size-7 shrink-0 rounded bg-hover object-cover" />;
}
