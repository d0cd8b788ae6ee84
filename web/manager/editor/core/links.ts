import { completeLink, labelOf } from '@foyer/domain/typed-link';
import type { DraftSection } from './sections.ts';

export type LinkItem = Extract<DraftSection, { kind: 'links' }>['items'][number];

/** A link with another address. Its label follows the address until the manager writes one. */
export function withLink(item: LinkItem, url: string): LinkItem {
  const isDerived = item.label.trim() === '' || item.label === labelOf(completeLink(item.url));
  return { ...item, url, label: isDerived ? labelOf(completeLink(url)) : item.label };
}
