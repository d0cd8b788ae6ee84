import { completeLink, labelOf } from '@foyer/domain/typed-link';
import { draftNames } from '../draft-names.ts';
import type { DraftSection } from './sections.ts';

export type LinkItem = Extract<DraftSection, { kind: 'links' }>['items'][number];

/** A link with another address. Its label follows the address until the manager writes their own. */
export function withLink(item: LinkItem, url: string): LinkItem {
  const isDerived = item.label.trim() === '' || item.label === labelOf(completeLink(item.url), draftNames.email);
  return { ...item, url, label: isDerived ? labelOf(completeLink(url), draftNames.email) : item.label };
}
