import type { SectionOf } from '@foyer/domain/profile';
import { Prose } from '../prose.tsx';

export function Testimonials({ items }: SectionOf<'testimonials'>) {
  return (
    <ul class="testimonials">
      {items.map(({ id, text, name, role }) => (
        <li key={id}>
          <figure>
            <blockquote>
              <Prose text={text} />
            </blockquote>
            <figcaption>
              <bdi class="who">{name}</bdi>
              {role && <bdi class="fact">{role}</bdi>}
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  );
}
