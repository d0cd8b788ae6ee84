import type { SectionOf } from '@foyer/domain/profile';
import { isSameLink, placeOf } from '@foyer/domain/safe-link';
import { useSpoken } from '../words.ts';

/** `verified`: the addresses whose pages link back here. */
export function Links({ items, verified }: SectionOf<'links'> & { verified: readonly string[] }) {
  const { words, own } = useSpoken();
  return (
    <ul class="links">
      {items.map(({ id, label, url }) => (
        <li key={id}>
          <a href={url} rel="me noopener" dir="auto">
            {label}
          </a>{' '}
          <span class="fact">
            <bdi dir="ltr">{placeOf(url)}</bdi>
            {verified.some((link) => isSameLink(link, url)) && (
              <span class="verified" role="img" {...own} aria-label={words.linksBack} title={words.linksBack}>
                {' ✓'}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
