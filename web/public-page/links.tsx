import type { Profile } from '@foyer/domain/profile';

export function Links({ links }: { links: Profile['links'] }) {
  return (
    <ul class="links">
      {links.map(({ label, url }) => (
        <li key={url}>
          <a href={url} rel="me noopener" dir="auto">
            {label}
          </a>{' '}
          <span class="fact">
            <bdi dir="ltr">{placeOf(url)}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where a link leads, so that nobody has to guess: the host, or the address of a letter. */
export function placeOf(url: string): string {
  return url.replace(/^(https:\/\/(www\.)?|mailto:)/i, '').replace(/[/?#].*$/, '');
}
