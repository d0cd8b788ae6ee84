import type { Profile } from '@foyer/domain/profile';
import { Prose } from './prose.tsx';

export function Works({ works }: { works: Profile['works'] }) {
  return (
    <ol class="works">
      {works.map(({ title, text, year, link }) => (
        <li key={title}>
          <div>
            <h3 dir="auto">
              {link ? (
                <a href={link} rel="noopener">
                  {title}
                </a>
              ) : (
                title
              )}
            </h3>
            {year && (
              <p class="fact">
                <bdi>{year}</bdi>
              </p>
            )}
          </div>
          <Prose text={text} />
        </li>
      ))}
    </ol>
  );
}
