import type { SectionOf } from '@foyer/domain/profile';
import { Photo } from '../photo.tsx';
import { Prose } from '../prose.tsx';
import { SIZES } from '../sizes.ts';
import { Ask } from './ask.tsx';

export function Projects({ items }: SectionOf<'projects'>) {
  return (
    <ol class="works">
      {items.map(({ id, title, text, year, link, image }) => (
        <li key={id} class={image && 'with-image'}>
          {image && <Photo picture={image} sizes={SIZES.project} />}
          <div class="work-head">
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
          <div class="work-body">
            {text && <Prose text={text} />}
            <Ask id={id} title={title} />
          </div>
        </li>
      ))}
    </ol>
  );
}
